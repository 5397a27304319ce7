// Light or dark: as the reader's system has it, until they choose.

const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;

/** Takes up the theme that was chosen before, if one was. */
export function recall() {
  const chosen = localStorage.getItem("theme");
  if (chosen) root.dataset.theme = chosen;
}

export const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

/** Changes from light to dark or back, and remembers it. */
export function change() {
  root.dataset.theme = isDark() ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
}

/** Calls `then` when the system changes. */
export const watch = (then) => system.addEventListener("change", then);
