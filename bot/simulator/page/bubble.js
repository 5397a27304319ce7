// One message, or one album, as a bubble; and what happened in a chat, as a line.

import { avatar, h, icon } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { kindOf, media } from "./media.js";
import { formatted } from "./text.js";
import { say, time } from "./words.js";

/** Returns what a message says in a few words: for lists, replies and pins. */
export function summary(message) {
  const kind = kindOf(message);
  const text = message.text ?? message.caption ?? "";
  if (kind) return text ? `${say(kind)} · ${text}` : say(kind);
  return text || happened(message) || say("nothing");
}

/** Returns the sentence for something that happened in the chat, or null for an ordinary message. */
export function happened(message) {
  const name = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");
  const by = name(message.from);
  if (message.new_chat_members) {
    const [one] = message.new_chat_members;
    return one.id === message.from.id ? say("joined", { name: by }) : say("added", { name: by, other: name(one) });
  }
  if (message.left_chat_member) {
    const one = message.left_chat_member;
    return one.id === message.from.id ? say("left", { name: by }) : say("removed", { name: by, other: name(one) });
  }
  if (message.pinned_message) return say("pinned.by", { name: by });
  if (message.forum_topic_created) return say("topic.created", message.forum_topic_created);
  if (message.forum_topic_edited) return say("topic.edited", message.forum_topic_edited);
  if (message.forum_topic_closed) return say("topic.closed");
  if (message.forum_topic_reopened) return say("topic.reopened");
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say("upgraded");
  return null;
}

/**
 * Returns the element for the messages of one bubble (one, or an album).
 * `look` says how it stands: { isOwn, isFirst, isLast, isGroup, reactions }.
 */
export function bubble(messages, look, phone) {
  const [message] = messages;
  const line = happened(message);
  if (line) return h("p", { class: "happened", "data-testid": "happened" }, line);
  const who = phone.world.name(message.from);
  const captioned = messages.find((one) => one.text ?? one.caption);
  const shown = media(messages, phone.viewer);
  const isBare = shown?.classList.contains("tiles") && !captioned && messages.every((one) => !one.reply_to_message);
  const inside = h(
    "div",
    { class: `bubble ${isBare ? "bare" : ""} ${shown ? kindOf(message) : "text"}` },
    look.isGroup && look.isFirst && !look.isOwn ? h("span", { class: "who", style: { "--hue": hue(message.from.id) } }, who) : null,
    message.forward_origin ? h("span", { class: "forwarded" }, say("forwarded", { name: phone.world.name(message.forward_origin.sender_user) })) : null,
    message.reply_to_message ? quoted(message, phone) : null,
    captioned?.show_caption_above_media ? null : shown,
    captioned ? words(captioned, phone) : null,
    captioned?.show_caption_above_media ? shown : null,
    h("span", { class: "foot" }, reactions(look.reactions, message, phone), h("span", { class: "meta" }, message.edit_date ? `${say("edited")} ` : "", h("time", {}, time(message.date)), look.isOwn ? icon("check") : null)),
  );
  const actions = h("button", { type: "button", class: "more", "aria-label": say("actions"), "data-testid": "actions", tabindex: -1, onclick: (event) => { event.stopPropagation(); phone.offer(message); } }, icon("down"));
  return h(
    "article",
    {
      class: `message ${look.isOwn ? "own" : "theirs"} ${look.isFirst ? "first" : ""} ${look.isLast ? "last" : ""} ${message.from.is_bot ? "bot" : ""}`,
      tabindex: -1,
      "aria-label": `${look.isOwn ? say("you") : who}, ${time(message.date)}: ${summary(message)}`,
      "data-testid": "message",
      "data-message": message.message_id,
      onclick: () => !getSelection().toString() && phone.offer(message),
      ondblclick: () => phone.composer.replyTo(message),
      onkeydown: (event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault(); // or this very press would choose the first thing on offer
        phone.offer(message);
      },
    },
    look.isGroup && !look.isOwn ? (look.isLast ? avatar(message.from.id, who, { isBot: message.from.is_bot, size: "small" }) : h("span", { class: "avatar small empty" })) : null,
    h("div", { class: "column" }, h("div", { class: "with-actions" }, inside, actions), keyboard(message, phone)),
  );
}

const HUES = [18, 42, 95, 152, 186, 214, 262, 318];
const hue = (id) => HUES[Math.abs(id) % HUES.length];

const words = (message, phone) =>
  h("div", { class: "words", dir: "auto", "data-testid": "text" }, formatted(message.text ?? message.caption, message.entities ?? message.caption_entities, (command) => phone.composer.send(command)));

function quoted(message, phone) {
  const replied = message.reply_to_message;
  const go = (event) => {
    event.stopPropagation();
    phone.jump(replied.message_id);
  };
  return h("button", { type: "button", class: "quoted", onclick: go }, h("b", {}, phone.world.name(replied.from)), h("span", {}, message.quote?.text ?? summary(replied)));
}

function reactions(held = {}, message, phone) {
  const counted = new Map();
  for (const [user, emoji] of Object.entries(held)) for (const one of emoji) counted.set(one, [...(counted.get(one) ?? []), Number(user)]);
  if (!counted.size) return null;
  return h(
    "span",
    { class: "reactions" },
    [...counted].map(([emoji, users]) => {
      const isMine = users.includes(phone.person);
      const press = (event) => {
        event.stopPropagation();
        phone.react(message, isMine ? "" : emoji);
      };
      return h("button", { type: "button", class: isMine ? "mine" : "", "aria-pressed": String(isMine), "aria-label": say("react", { emoji }), "data-testid": "reaction", onclick: press }, emoji, users.length > 1 ? ` ${users.length}` : "");
    }),
  );
}

/** Returns the bubble of a text that is still being written. */
export function draftBubble(draft, phone) {
  const text = draft.text ? formatted(draft.text, draft.entities) : say("thinking");
  const stop = draft.can_stop ? h("button", { type: "button", class: "stop", "data-testid": "stop", onclick: () => phone.stop() }, icon("stop"), say("stop")) : null;
  return h("article", { class: "message theirs first last draft", "data-testid": "draft", "aria-label": say("draft") }, h("div", { class: "column" }, h("div", { class: "bubble text" }, h("div", { class: `words ${draft.text ? "" : "thinking"}` }, text, h("i", { class: "caret" }))), stop));
}
