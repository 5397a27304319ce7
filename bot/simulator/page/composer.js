// Where a person writes: text, commands, files, a voice message; a reply to or an edit of a message.

import { summary } from "./bubble.js";
import { h, icon } from "./dom.js";
import { Recorder } from "./recorder.js";
import { clock, count, say } from "./words.js";
import { act } from "./world.js";

export class Composer {
  #phone;
  #input;
  #about;
  #sendButton;
  #reply = null;
  #edited = null;
  #recorder = new Recorder();

  constructor(phone) {
    this.#phone = phone;
    this.element = h("form", { class: "composer", "data-testid": "composer" });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#build();
  }

  #build() {
    const button = (name, label, press, testid) => h("button", { type: "button", class: "tool", "aria-label": label, title: label, "data-testid": testid, onclick: press }, icon(name));
    this.#about = h("div", { class: "about" });
    this.#input = h("textarea", { rows: 1, placeholder: say("write"), "aria-label": say("write"), "data-testid": "input", dir: "auto" });
    this.#input.addEventListener("input", () => this.#fit());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("paste", (event) => event.clipboardData.files.length && this.attach([...event.clipboardData.files]));
    this.#sendButton = h("button", { class: "send", "data-testid": "send" });
    this.keys = h("div", { class: "reply-keyboard" });
    this.element.replaceChildren(
      this.#about,
      h("div", { class: "line" }, button("clip", say("attach"), () => this.#offerFiles(), "attach"), button("slash", say("commands"), () => this.#offerCommands(), "commands"), this.#input, this.#sendButton),
      this.keys,
    );
    this.#fit();
  }

  #key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && (this.#reply || this.#edited)) {
      event.stopPropagation();
      this.#settle();
    }
  }

  #fit() {
    const writes = this.#input.value.trim() !== "" || this.#edited;
    const label = say(writes ? "send" : "record");
    this.#sendButton.replaceChildren(icon(this.#edited ? "check" : writes ? "send" : "mic"));
    this.#sendButton.setAttribute("aria-label", label);
    this.#sendButton.title = label;
  }

  #submit() {
    const text = this.#input.value.trim();
    if (text) this.send(text);
    else if (!this.#edited) this.#record();
  }

  /** Sends a text; in a group a command is addressed to the bot. */
  async send(text) {
    const { person, chat, thread, world } = this.#phone;
    const edited = this.#edited;
    const isBare = chat < 0 && /^\/\w+(\s|$)/.test(text);
    const told = isBare ? text.replace(/^\/\w+/, (command) => `${command}@${world.bot.username}`) : text;
    const fields = { person, chat, thread, text: told, reply_to: this.#reply?.message_id ?? 0 };
    this.#input.value = "";
    this.#settle();
    await this.#phone.try(() => (edited ? act("edit", { ...fields, message: edited.message_id }) : act("say", fields)));
  }

  #settle() {
    if (this.#edited) this.#input.value = "";
    this.#reply = null;
    this.#edited = null;
    this.#about.replaceChildren();
    this.#fit();
  }

  /** Lets the next text reply to a message. */
  replyTo(message) {
    this.#edited = null;
    this.#reply = message;
    this.#tell("reply", say("reply.to", { name: this.#phone.world.name(message.from) }), message);
  }

  /** Lets the next text replace that of one's own message. */
  rewrite(message) {
    this.#reply = null;
    this.#edited = message;
    this.#input.value = message.text ?? message.caption ?? "";
    this.#tell("edit", say("editing"), message);
  }

  #tell(sign, head, message) {
    const close = h("button", { type: "button", class: "tool", "aria-label": say("cancel"), onclick: () => this.#settle() }, icon("close"));
    this.#about.replaceChildren(icon(sign), h("div", { "data-testid": "about" }, h("b", {}, head), h("span", {}, summary(message))), close);
    this.#fit();
    this.#input.focus();
  }

  focus() {
    this.#input.focus();
  }

  async #offerCommands() {
    const { person, chat, sheets } = this.#phone;
    const { commands } = await act("commands", { person, chat });
    const items = commands.map((one) => ({ icon: "slash", label: `/${one.command}`, note: one.description, testid: `command-${one.command}`, press: () => this.send(`/${one.command}`) }));
    if (items.length) sheets.menu(items, { label: say("commands") });
    else sheets.toast(say("nothing"));
  }

  #offerFiles() {
    const pick = (accept, isFile) => () => {
      const input = h("input", { type: "file", multiple: true, accept });
      input.addEventListener("change", () => this.attach([...input.files], isFile));
      input.click();
    };
    this.#phone.sheets.menu([
      { icon: "image", label: say("attach.media"), press: pick("image/*,video/*", false), testid: "attach-media" },
      { icon: "file", label: say("attach.file"), press: pick("", true), testid: "attach-file" },
    ], { label: say("attach") });
  }

  /** Asks for a caption and sends files: as pictures and films, or as they are. */
  attach(files, isFile = false) {
    if (!files.length) return;
    const { person, chat, thread, sheets } = this.#phone;
    const shown = files.slice(0, 10).map((one) => preview(one, isFile));
    const caption = h("input", { name: "caption", placeholder: say("attach.caption"), "aria-label": say("attach.caption"), autocomplete: "off" });
    const send = async (form) => {
      const fields = new FormData();
      for (const [name, value] of Object.entries({ person, chat, thread, caption: form.get("caption"), kind: isFile ? "document" : "" })) fields.set(name, value);
      files.slice(0, 10).forEach((one, index) => fields.set(`file${index}`, one));
      await act("upload", fields);
    };
    sheets.form(count("attach.send", files.length), [h("div", { class: "previews" }, shown), caption], say("send"), send, "upload");
  }

  async #record() {
    const { person, chat, thread, sheets } = this.#phone;
    if (!(await this.#recorder.start())) {
      sheets.toast(say("record.none"));
      return;
    }
    const shown = h("span", { class: "length", role: "timer" }, clock(0));
    const began = Date.now();
    const ticking = setInterval(() => (shown.textContent = clock((Date.now() - began) / 1000)), 250);
    const end = async (isSent) => {
      clearInterval(ticking);
      this.#build();
      const sound = await this.#recorder.stop();
      if (!isSent || !sound.size) return;
      const fields = new FormData();
      for (const [name, value] of Object.entries({ person, chat, thread, kind: "voice" })) fields.set(name, value);
      fields.set("file", sound, "voice");
      await this.#phone.try(() => act("upload", fields));
    };
    this.element.replaceChildren(
      h("div", { class: "line recording" },
        h("button", { type: "button", class: "tool", "aria-label": say("cancel"), "data-testid": "record-cancel", onclick: () => end(false) }, icon("trash")),
        h("span", { class: "dot" }), shown, h("span", { class: "grow" }, say("recording")),
        h("button", { type: "button", class: "send", "aria-label": say("send"), "data-testid": "record-send", onclick: () => end(true) }, icon("send")),
      ),
    );
    this.element.querySelector(".send").focus();
  }

  /** Shows the keyboard that the bot offers in place of letters, if any. */
  offer(keyboard) {
    const rows = keyboard?.markup?.keyboard ?? [];
    this.keys.replaceChildren(
      ...rows.map((row) => h("div", { class: "row" }, row.map((one) => {
        const text = typeof one === "string" ? one : one.text;
        return h("button", { type: "button", onclick: () => this.send(text) }, text);
      }))),
    );
    this.#input.placeholder = keyboard?.markup?.input_field_placeholder ?? say("write");
  }
}

function preview(file, isFile) {
  const source = URL.createObjectURL(file);
  if (!isFile && file.type.startsWith("image/")) return h("img", { src: source, alt: file.name });
  if (!isFile && file.type.startsWith("video/")) return h("video", { src: source, muted: true });
  return h("span", {}, icon("file"), file.name);
}
