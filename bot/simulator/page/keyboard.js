// Inline keyboards: rows of buttons below a bubble, and what pressing one brings.

import { h, icon } from "./dom.js";

const SIGNS = { url: "external", web_app: "app", copy_text: "copy" };
const STYLES = new Set(["primary", "success", "danger"]);

/** Returns a message's buttons. `phone` is who presses. */
export function keyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  const line = (buttons, row) => {
    const keys = buttons.map((button, column) => key(message, button, { row, column }, phone));
    return h("div", { class: "row" }, keys);
  };
  return h("div", { class: "keyboard" }, rows.map(line));
}

function key(message, button, place, phone) {
  const kind = Object.keys(SIGNS).find((one) => one in button);
  const press = (event) => {
    event.stopPropagation();
    if (button.url) open(button.url);
    else if (button.web_app) phone.launch(button.web_app.url, button.text);
    else if (button.copy_text) phone.copy(button.copy_text.text);
    else if (button.callback_data) ask(event.currentTarget, message, place, phone);
  };
  const style = STYLES.has(button.style) ? button.style : "";
  const attributes = { type: "button", class: `key ${style}`, "data-testid": "key", onclick: press };
  return h("button", attributes, h("span", {}, button.text), kind && icon(SIGNS[kind]));
}

const open = (address) => window.open(address, "_blank", "noreferrer");

async function ask(pressed, message, place, phone) {
  if (pressed.classList.contains("busy")) return;
  pressed.classList.add("busy");
  pressed.setAttribute("aria-busy", "true");
  const answer = await phone.act("press", { chat: message.chat.id, message: message.message_id, ...place });
  pressed.classList.remove("busy");
  pressed.removeAttribute("aria-busy");
  if (answer?.url) open(answer.url);
  else if (answer?.is_alert) phone.sheets.alert(answer.text);
  else if (answer?.text) phone.sheets.toast(answer.text);
}
