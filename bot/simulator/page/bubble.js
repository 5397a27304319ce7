// One message, or one album, as a bubble; and what happened in a chat, as a line.

import { avatar, h, hue, icon } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { kindOf, media } from "./media.js";
import { offer, react } from "./offers.js";
import { formatted } from "./text.js";
import { say, time } from "./words.js";

const TOPICS = ["created", "edited", "closed", "reopened"];

/** Returns what a message says in a few words: for lists, replies and pins. */
export function summary(message) {
  const kind = kindOf(message);
  const text = message.text ?? message.caption ?? "";
  if (kind) return text ? `${say(kind)} · ${text}` : say(kind);
  return text || happened(message) || say("nothing");
}

/** Returns the sentence for something that happened in the chat, or null for an ordinary message. */
function happened(message) {
  const name = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");
  const by = name(message.from);
  const came = message.new_chat_members?.[0];
  const left = message.left_chat_member;
  if (came) return say(came.id === message.from.id ? "joined" : "added", { name: by, other: name(came) });
  if (left) return say(left.id === message.from.id ? "left" : "removed", { name: by, other: name(left) });
  if (message.pinned_message) return say("pinned.by", { name: by });
  const topic = TOPICS.find((one) => `forum_topic_${one}` in message);
  if (topic) return say(`topic.${topic}`, message[`forum_topic_${topic}`]);
  return message.migrate_to_chat_id || message.migrate_from_chat_id ? say("upgraded") : null;
}

/** Whether a message is drawn as a line instead of a bubble. */
export const isLine = (message) => happened(message) !== null;

/**
 * Returns the element for the messages of one bubble (one, or an album).
 * `look` says how it stands: { isOwn, isFirst, isLast, isGroup, reactions }.
 */
export function bubble(messages, look, talk) {
  const [message] = messages;
  if (isLine(message)) return h("p", { class: "happened", "data-testid": "happened" }, happened(message));
  const who = talk.world.name(message.from);
  const side = look.isOwn ? "own" : "theirs";
  const above = h("div", { class: "with-actions" }, inside(messages, look, talk), more(message, talk));
  return h(
    "article",
    {
      class: ["message", side, look.isFirst && "first", look.isLast && "last"].filter(Boolean).join(" "),
      tabindex: -1,
      "aria-label": `${look.isOwn ? say("you") : who}, ${time(message.date)}: ${summary(message)}`,
      "data-testid": "message",
      "data-message": message.message_id,
      onclick: () => !getSelection().toString() && offer(message, talk),
      onkeydown: (event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault(); // or this very press would choose the first thing on offer
        offer(message, talk);
      },
    },
    look.isGroup && !look.isOwn && portrait(message.from, who, look.isLast),
    h("div", { class: "column" }, above, keyboard(message, talk.phone)),
  );
}

function portrait(user, name, isShown) {
  if (!isShown) return h("span", { class: "avatar small empty" });
  return avatar(user.id, name, { isBot: user.is_bot, size: "small" });
}

function more(message, talk) {
  const press = (event) => {
    event.stopPropagation();
    offer(message, talk);
  };
  const attributes = { type: "button", class: "more", "aria-label": say("actions"), "data-testid": "actions" };
  return h("button", { ...attributes, tabindex: -1, onclick: press }, icon("down"));
}

function inside(messages, look, talk) {
  const [message] = messages;
  const worded = messages.find((one) => one.text ?? one.caption);
  const shown = media(messages, talk.phone.viewer);
  const isBare = shown?.classList.contains("tiles") && !worded && !message.reply_to_message;
  const body = [shown, worded && words(worded, talk)];
  if (worded?.show_caption_above_media) body.reverse();
  return h(
    "div",
    { class: `bubble ${isBare ? "bare" : ""} ${kindOf(message) ?? "text"}` },
    look.isGroup && look.isFirst && !look.isOwn && sender(message, talk),
    message.forward_origin && forwarded(message, talk),
    message.reply_to_message && quoted(message, talk),
    body,
    foot(message, look, talk),
  );
}

function sender(message, talk) {
  return h("span", { class: "who", style: { "--hue": hue(message.from.id) } }, talk.world.name(message.from));
}

function forwarded(message, talk) {
  const name = talk.world.name(message.forward_origin.sender_user);
  return h("span", { class: "forwarded" }, say("forwarded", { name }));
}

function words(message, talk) {
  const entities = message.entities ?? message.caption_entities;
  const nodes = formatted(message.text ?? message.caption, entities, (command) => talk.composer.send(command));
  return h("div", { class: "words", dir: "auto", "data-testid": "text" }, nodes);
}

function quoted(message, talk) {
  const replied = message.reply_to_message;
  const go = (event) => {
    event.stopPropagation();
    talk.jump(replied.message_id);
  };
  const said = message.quote?.text ?? summary(replied);
  const name = h("b", {}, talk.world.name(replied.from));
  return h("button", { type: "button", class: "quoted", onclick: go }, name, h("span", {}, said));
}

function foot(message, look, talk) {
  const edited = message.edit_date ? `${say("edited")} ` : "";
  const meta = h("span", { class: "meta" }, edited, h("time", {}, time(message.date)), look.isOwn && icon("check"));
  return h("span", { class: "foot" }, reactions(message, look.reactions, talk), meta);
}

function reactions(message, held = {}, talk) {
  const counted = new Map();
  for (const [user, emoji] of Object.entries(held)) {
    for (const one of emoji) counted.set(one, [...(counted.get(one) ?? []), Number(user)]);
  }
  if (!counted.size) return null;
  const chips = [...counted].map(([emoji, users]) => {
    const isMine = users.includes(talk.phone.person);
    const press = (event) => {
      event.stopPropagation();
      react(message, isMine ? "" : emoji, talk);
    };
    const attributes = {
      type: "button",
      class: isMine ? "mine" : "",
      "aria-pressed": String(isMine),
      "aria-label": say("react", { emoji }),
      "data-testid": "reaction",
      onclick: press,
    };
    return h("button", attributes, h("span", { class: "emoji" }, emoji), users.length > 1 && ` ${users.length}`);
  });
  return h("span", { class: "reactions" }, chips);
}

/** Returns the bubble of a text that is still being written. */
export function draftBubble(draft, talk) {
  const text = draft.text ? formatted(draft.text, draft.entities) : say("thinking");
  const written = h("div", { class: `words ${draft.text ? "" : "thinking"}` }, text, h("i", { class: "caret" }));
  const end = () => talk.phone.act("stop", { chat: talk.chat, thread: talk.thread });
  const stop = h(
    "button",
    { type: "button", class: "stop", "data-testid": "stop", onclick: end },
    icon("stop"),
    say("stop"),
  );
  return h(
    "article",
    { class: "message theirs first last draft", "data-testid": "draft", "aria-label": say("draft") },
    h("div", { class: "column" }, h("div", { class: "bubble text" }, written), draft.can_stop && stop),
  );
}
