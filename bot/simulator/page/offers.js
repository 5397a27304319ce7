// What can be done with a message: react, reply, copy, edit, delete.

import { h } from "./dom.js";
import { say } from "./words.js";

const EMOJI = ["👍", "❤", "🔥", "🎉", "😁", "🤔", "👎"];

/** Opens the menu of one message. */
export function offer(message, talk) {
  const { phone, chat, composer } = talk;
  const isOwn = message.from.id === phone.person;
  const text = message.text ?? message.caption;
  const items = [
    { icon: "reply", label: say("reply"), testid: "reply", press: () => composer.replyTo(message) },
    text && { icon: "copy", label: say("copy"), testid: "copy", press: () => phone.copy(text) },
    isOwn && text && { icon: "edit", label: say("edit"), testid: "edit", press: () => composer.rewrite(message) },
    (isOwn || chat > 0) && {
      icon: "trash",
      label: say("delete"),
      testid: "delete",
      isDanger: true,
      press: () => phone.act("delete", { chat, message: message.message_id }),
    },
  ];
  let close = null;
  const face = (emoji) => {
    const press = () => {
      close();
      react(message, emoji, talk);
    };
    const attributes = { type: "button", "aria-label": say("react", { emoji }), "data-testid": `react-${emoji}` };
    return h("button", { ...attributes, onclick: press }, emoji);
  };
  const head = h("div", { class: "faces" }, EMOJI.map(face));
  close = phone.sheets.menu(items.filter(Boolean), { head, label: say("actions") });
}

/** Reacts to a message; an empty emoji takes the reaction back. */
export function react(message, emoji, talk) {
  return talk.phone.act("react", { chat: talk.chat, message: message.message_id, emoji });
}
