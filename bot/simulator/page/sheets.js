// What lies over one phone's screen: sheets, menus, alerts and passing words. The rest of the screen rests meanwhile.

import { h, icon } from "./dom.js";
import { say } from "./words.js";

export class Sheets {
  #screen;
  #below;
  #came = new Map();

  /** `screen` holds the sheets; `below` is what rests while one is open. */
  constructor(screen, below) {
    this.#screen = screen;
    this.#below = below;
  }

  /** Opens a dialog over the phone; Escape closes it, and the focus returns to where it came from. */
  open(dialog) {
    if (dialog.open) return;
    this.#came.set(dialog, document.activeElement);
    this.#screen.append(dialog);
    dialog.addEventListener("keydown", this.#escape);
    this.#below.inert = true;
    dialog.show();
  }

  #escape = (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close(event.currentTarget);
    }
  };

  close(dialog) {
    dialog.close();
    dialog.remove();
    this.#below.inert = this.#screen.querySelector("dialog[open]") !== null;
    this.#came.get(dialog)?.focus?.();
    this.#came.delete(dialog);
  }

  /** Shows a text until it is closed. */
  alert(text) {
    const ok = h(
      "button",
      { type: "button", class: "primary", "data-testid": "alert-ok", onclick: () => this.close(dialog) },
      say("ok"),
    );
    const dialog = h(
      "dialog",
      { class: "alert", role: "alertdialog", "aria-label": text, "data-testid": "alert" },
      h("p", {}, text),
      ok,
    );
    this.open(dialog);
    ok.focus();
  }

  /** Shows a text for three seconds. */
  toast(text) {
    this.#screen.querySelector(".toast")?.remove();
    const toast = h("p", { class: "toast", role: "status", "data-testid": "toast" }, text);
    this.#screen.append(toast);
    setTimeout(() => toast.remove(), 3200);
  }

  /** Offers things to do: `items` are { icon, label, press, testid, isDanger }; `head` stands above them. */
  menu(items, { head = null, label = say("more") } = {}) {
    const choose = (press) => () => {
      this.close(dialog);
      press();
    };
    const rows = items.map((item) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          class: item.isDanger ? "danger" : "",
          "data-testid": item.testid,
          onclick: choose(item.press),
        },
        item.face ?? icon(item.icon),
        h("span", {}, item.label, item.note ? h("small", {}, item.note) : null),
      ),
    );
    const dialog = h(
      "dialog",
      { class: "sheet menu", "aria-label": label, "data-testid": "menu" },
      head,
      h("div", { role: "menu", "aria-label": label }, rows),
    );
    dialog.addEventListener("keydown", (event) => step(event, rows));
    this.#veil(dialog);
    (rows.find((row) => row.getAttribute("aria-checked")) ?? rows[0])?.focus({ focusVisible: false });
    return () => this.close(dialog);
  }

  /** Asks for something: `fields` are elements, `send` gets the form and returns a promise. */
  form(title, fields, verb, send, testid) {
    const problem = h("p", { class: "problem", role: "alert" });
    const submit = async (event) => {
      event.preventDefault();
      try {
        await send(new FormData(form));
        this.close(dialog);
      } catch (error) {
        problem.textContent = error.message;
      }
    };
    const form = h(
      "form",
      { onsubmit: submit },
      h("h2", {}, title),
      fields,
      problem,
      h(
        "div",
        { class: "row" },
        h("button", { type: "button", onclick: () => this.close(dialog) }, say("cancel")),
        h("button", { class: "primary", "data-testid": `${testid}-send` }, verb),
      ),
    );
    const dialog = h("dialog", { class: "sheet", "aria-label": title, "data-testid": testid }, form);
    this.#veil(dialog);
    form.querySelector("input, textarea, select")?.focus();
  }

  #veil(dialog) {
    const veil = h("div", { class: "veil", onclick: () => this.close(dialog) });
    dialog.addEventListener("close", () => veil.remove(), { once: true });
    this.#screen.append(veil);
    this.open(dialog);
  }
}

function step(event, rows) {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (!(event.key in moves)) return;
  event.preventDefault();
  const at = rows.indexOf(document.activeElement) + moves[event.key];
  rows.at(at % rows.length)?.focus();
}
