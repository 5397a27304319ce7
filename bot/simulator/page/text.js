// Formatted text: entities, whose offsets count UTF-16 units as JavaScript's strings do, become elements.

import { h } from "./dom.js";
import { say } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
  spoiler: "button",
  text_link: "a",
  url: "a",
  email: "a",
  mention: "span",
  hashtag: "span",
  bot_command: "button",
};

/** Returns the nodes of a text; `onCommand` is called with a command that is pressed. */
export function formatted(text, entities = [], onCommand = () => {}) {
  return nest(
    text,
    [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length),
    0,
    text.length,
    onCommand,
  );
}

function nest(text, entities, start, end, onCommand) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || !TAGS[entity.type]) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((one) => one.offset < stop);
    nodes.push(
      wrap(entity, text.slice(entity.offset, stop), nest(text, inner, entity.offset, stop, onCommand), onCommand),
    );
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrap(entity, raw, children, onCommand) {
  const tag = TAGS[entity.type];
  if (tag === "a") {
    const address = entity.url ?? (entity.type === "email" ? `mailto:${raw}` : raw.replace(/^(?!https?:)/, "https://"));
    const isSafe = /^(https?|mailto|tel|tg):/i.test(address);
    return h("a", { href: isSafe ? address : undefined, target: "_blank", rel: "noreferrer noopener" }, children);
  }
  if (entity.type === "spoiler") {
    const show = (event) => {
      event.stopPropagation();
      event.currentTarget.classList.add("shown");
      event.currentTarget.removeAttribute("aria-label");
    };
    return h("button", { type: "button", class: "spoiler", "aria-label": say("spoiler"), onclick: show }, children);
  }
  if (entity.type === "bot_command") {
    const press = (event) => {
      event.stopPropagation();
      onCommand(raw);
    };
    return h("button", { type: "button", class: "command", onclick: press }, children);
  }
  return h(tag, { class: entity.type }, children);
}
