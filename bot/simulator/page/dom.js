// Elements in one call, and the few icons that the page draws.

/** Makes an element: `h("button", { class: "x", onclick: f, "aria-label": "…" }, "text", otherElement)`. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "style") Object.entries(value).forEach(([key, one]) => element.style.setProperty(key, one));
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-3-6.5z",
  mic: "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  clip: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.5 17.2a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  down: "M6 9.5l6 6 6-6",
  plus: "M12 5v14M5 12h14",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  users:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8",
  person: "M12 11a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM4.5 20.5a7.5 7.5 0 0 1 15 0",
  slash: "M8 19.5L16 4.5",
  stop: "M7 7h10v10H7z",
  reply: "M10 6L4.5 11.5 10 17M5 11.5h8a6.5 6.5 0 0 1 6.5 6.5",
  edit: "M4 20l1-4.5L16 4.5l3.5 3.5-11 11z",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  pin: "M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V20",
  external: "M9 6h9v9M18 6L7 17",
  app: "M5 5h6v6H5zM13 5h6v6h-6zM5 13h6v6H5zM13 13h6v6h-6z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01",
  leave: "M14 4h5v16h-5M4 12h10M10.5 8.5L14 12l-3.5 3.5",
  block: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM6 6l12 12",
};
const SOLID = { play: "M8 5.2v13.6L19 12z", pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" };

/** Draws an icon; it is hidden from screen readers, the control around it carries the label. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", SOLID[name] ? "icon solid" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SOLID[name] ?? PATHS[name]);
  svg.append(path);
  return svg;
}

/** A round button that shows an icon and says what it does. */
export function tool(name, label, testid, press) {
  const attributes = { type: "button", class: "tool", "aria-label": label, title: label, "data-testid": testid };
  return h("button", { ...attributes, onclick: press }, icon(name));
}

const HUES = [18, 42, 95, 152, 186, 214, 262, 318];

/** Returns the colour that goes with an id, in degrees. */
export const hue = (id) => HUES[Math.abs(id) % HUES.length];

/** Draws somebody's or a group's portrait: initials on a colour of their own. */
export function avatar(id, name, { isBot = false, size = "" } = {}) {
  if (isBot) return h("span", { class: `avatar bot ${size}`, "aria-hidden": "true" });
  const words = name.split(/\s+/).slice(0, 2);
  const letters = words.map((word) => [...word][0] ?? "").join("");
  const attributes = { class: `avatar ${size}`, "aria-hidden": "true", style: { "--hue": hue(id) } };
  return h("span", attributes, letters.toUpperCase());
}
