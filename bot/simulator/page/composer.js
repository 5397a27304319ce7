// Where a person writes: text, commands, files, a voice message; a reply to or an edit of a message.

import { summary } from "./bubble.js";
import { h, icon, tool } from "./dom.js";
import { Recorder } from "./recorder.js";
import { clock, count, say } from "./words.js";
import { act } from "./world.js";

const FILES_LIMIT = 10; // an album's (Bot API, sendMediaGroup)

export class Composer {
  #talk;
  #reply = null;
  #edited = null;
  #recorder = new Recorder();
  #about = h("div", { class: "about" });
  #input = h("textarea", { rows: 1, "aria-label": say("write"), "data-testid": "input", dir: "auto" });
  #send = h("button", { class: "send", "data-testid": "send" });
  #keys = h("div", { class: "reply-keyboard" });
  element = h("form", { class: "composer", "data-testid": "composer" });

  constructor(talk) {
    this.#talk = talk;
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener("input", () => this.#drawSend());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("paste", (event) => this.attach([...event.clipboardData.files]));
    this.#rest();
  }

  /** Shows the text field. */
  #rest() {
    const line = [
      tool("clip", say("attach"), "attach", () => this.#offerFiles()),
      tool("slash", say("commands"), "commands", () => this.#offerCommands()),
      this.#input,
      this.#send,
    ];
    this.element.replaceChildren(this.#about, h("div", { class: "line" }, line), this.#keys);
    this.#drawSend();
  }

  #drawSend() {
    const isWriting = this.#input.value.trim() !== "" || this.#edited !== null;
    this.#send.replaceChildren(icon(this.#edited ? "check" : isWriting ? "send" : "mic"));
    this.#send.title = say(isWriting ? "send" : "record");
    this.#send.setAttribute("aria-label", this.#send.title);
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

  #submit() {
    const text = this.#input.value.trim();
    if (text) this.send(text);
    else if (!this.#edited) this.#record();
  }

  /** Sends a text; in a group a command is addressed to the bot. What cannot be sent stays in the field. */
  async send(text) {
    const { phone, world, chat, thread } = this.#talk;
    const isBare = chat < 0 && /^\/\w+(\s|$)/.test(text);
    const told = isBare ? text.replace(/^\/\w+/, (command) => `${command}@${world.bot.username}`) : text;
    const fields = { chat, thread, text: told, reply_to: this.#reply?.message_id ?? 0 };
    const edited = this.#edited;
    this.#input.value = "";
    this.#settle();
    const done = await (edited
      ? phone.act("edit", { ...fields, message: edited.message_id })
      : phone.act("say", fields));
    if (!done && !this.#input.value) this.#input.value = text;
    this.#drawSend();
  }

  /** Replies to nothing and edits nothing any more. */
  #settle() {
    if (this.#edited) this.#input.value = "";
    this.#reply = null;
    this.#edited = null;
    this.#about.replaceChildren();
    this.#drawSend();
  }

  /** Lets the next text reply to a message. */
  replyTo(message) {
    this.#edited = null;
    this.#reply = message;
    this.#tell("reply", say("reply.to", { name: this.#talk.world.name(message.from) }), message);
  }

  /** Lets the next text replace that of one's own message. */
  rewrite(message) {
    this.#reply = null;
    this.#edited = message;
    this.#input.value = message.text ?? message.caption ?? "";
    this.#tell("edit", say("editing"), message);
  }

  #tell(sign, head, message) {
    const words = h("div", { "data-testid": "about" }, h("b", {}, head), h("span", {}, summary(message)));
    const close = tool("close", say("cancel"), "about-close", () => this.#settle());
    this.#about.replaceChildren(icon(sign), words, close);
    this.#drawSend();
    this.#input.focus();
  }

  async #offerCommands() {
    const { phone, chat } = this.#talk;
    const found = await phone.act("commands", { chat });
    const items = (found?.commands ?? []).map((one) => ({
      icon: "slash",
      label: `/${one.command}`,
      note: one.description,
      testid: `command-${one.command}`,
      press: () => this.send(`/${one.command}`),
    }));
    if (items.length) phone.sheets.menu(items, { label: say("commands") });
    else phone.sheets.toast(say("nothing"));
  }

  #offerFiles() {
    const pick = (accept, isFile) => () => {
      const input = h("input", { type: "file", multiple: true, accept });
      input.addEventListener("change", () => this.attach([...input.files], isFile));
      input.click();
    };
    const items = [
      { icon: "image", label: say("attach.media"), press: pick("image/*,video/*", false), testid: "attach-media" },
      { icon: "file", label: say("attach.file"), press: pick("", true), testid: "attach-file" },
    ];
    this.#talk.phone.sheets.menu(items, { label: say("attach") });
  }

  /** Asks for a caption and sends files: as pictures and films, or as they are. */
  attach(files, isFile = false) {
    if (!files.length) return;
    const label = say("attach.caption");
    const caption = h("input", { name: "caption", placeholder: label, "aria-label": label, autocomplete: "off" });
    const chosen = files.slice(0, FILES_LIMIT);
    const previews = h(
      "div",
      { class: "previews" },
      chosen.map((one) => preview(one, isFile)),
    );
    const send = (form) =>
      act("upload", this.#upload({ caption: form.get("caption"), kind: isFile ? "document" : "" }, chosen));
    const title = count("attach.send", chosen.length);
    this.#talk.phone.sheets.form(title, [previews, caption], say("send"), send, "upload");
  }

  /** Returns the form in which files travel. */
  #upload(fields, files) {
    const { phone, chat, thread } = this.#talk;
    const form = new FormData();
    for (const [name, value] of Object.entries({ person: phone.person, chat, thread, ...fields }))
      form.set(name, value);
    files.forEach((file, index) => form.set(`file${index}`, file, file.name ?? "voice"));
    return form;
  }

  async #record() {
    const { phone } = this.#talk;
    if (!(await this.#recorder.start())) {
      phone.sheets.toast(say("record.none"));
      return;
    }
    const shown = h("span", { class: "length", role: "timer" }, clock(0));
    const began = Date.now();
    const ticking = setInterval(() => (shown.textContent = clock((Date.now() - began) / 1000)), 250);
    const end = (isSent) => async () => {
      clearInterval(ticking);
      this.#rest();
      const sound = await this.#recorder.stop();
      if (isSent && sound.size) await phone.act("upload", this.#upload({ kind: "voice" }, [sound]));
    };
    const attributes = { type: "button", class: "send", "aria-label": say("send"), "data-testid": "record-send" };
    const send = h("button", { ...attributes, onclick: end(true) }, icon("send"));
    const cancel = tool("trash", say("cancel"), "record-cancel", end(false));
    const words = h("span", { class: "grow" }, say("recording"));
    this.element.replaceChildren(
      h("div", { class: "line recording" }, cancel, h("span", { class: "dot" }), shown, words, send),
    );
    send.focus();
  }

  /** Shows the keyboard that the bot offers in place of letters, if any. */
  offer(keyboard) {
    const key = (one) => {
      const text = typeof one === "string" ? one : one.text;
      return h("button", { type: "button", onclick: () => this.send(text) }, text);
    };
    const rows = keyboard?.markup?.keyboard ?? [];
    this.#keys.replaceChildren(...rows.map((row) => h("div", { class: "row" }, row.map(key))));
    this.#input.placeholder = keyboard?.markup?.input_field_placeholder ?? say("write");
  }
}

function preview(file, isFile) {
  const source = URL.createObjectURL(file);
  if (!isFile && file.type.startsWith("image/")) return h("img", { src: source, alt: file.name });
  if (!isFile && file.type.startsWith("video/")) return h("video", { src: source, muted: true });
  return h("span", {}, icon("file"), file.name);
}
