// Inline keyboards: rows of buttons below a bubble, and what pressing one brings.

import { h, icon } from "./dom.js";
import { say } from "./words.js";
import { act } from "./world.js";

const SIGNS = { url: "external", web_app: "app", copy_text: "copy" };

/** Returns a message's buttons. `phone` is who presses. */
export function keyboard(message, phone) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h(
    "div",
    { class: "keyboard" },
    rows.map((row, y) => h("div", { class: "row" }, row.map((button, x) => key(message, button, y, x, phone)))),
  );
}

function key(message, button, row, column, phone) {
  const kind = Object.keys(SIGNS).find((one) => one in button);
  const press = async (event) => {
    event.stopPropagation();
    const pressed = event.currentTarget;
    if (button.url) window.open(button.url, "_blank", "noreferrer");
    else if (button.web_app) await phone.launch(button.web_app.url, button.text);
    else if (button.copy_text) {
      await navigator.clipboard?.writeText(button.copy_text.text).catch(() => {});
      phone.sheets.toast(say("copied"));
    } else if (button.callback_data) await ask(pressed, message, row, column, phone);
  };
  const style = { primary: "primary", success: "success", danger: "danger" }[button.style] ?? "";
  return h("button", { type: "button", class: `key ${style}`, "data-testid": "key", onclick: press }, h("span", {}, button.text), kind ? icon(SIGNS[kind]) : null);
}

async function ask(pressed, message, row, column, phone) {
  if (pressed.classList.contains("busy")) return;
  pressed.classList.add("busy");
  pressed.setAttribute("aria-busy", "true");
  try {
    const answer = await act("press", { person: phone.person, chat: message.chat.id, message: message.message_id, row, column });
    if (answer.url) window.open(answer.url, "_blank", "noreferrer");
    else if (answer.is_alert) phone.sheets.alert(answer.text);
    else if (answer.text) phone.sheets.toast(answer.text);
  } catch (error) {
    phone.sheets.toast(error.message);
  } finally {
    pressed.classList.remove("busy");
    pressed.removeAttribute("aria-busy");
  }
}
