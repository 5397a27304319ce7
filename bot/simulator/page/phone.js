// One phone: whose it is, and the screen that it shows.

import { avatar, h, icon } from "./dom.js";
import { ChatList } from "./list.js";
import { Viewer } from "./media.js";
import { addPerson } from "./newcomers.js";
import { Sheets } from "./sheets.js";
import { Talk } from "./talk.js";
import { isDark } from "./theme.js";
import { say, time } from "./words.js";
import { act } from "./world.js";

export class Phone {
  #frame;
  #owner;
  #chosen;
  #shown = null;
  #screen = h("div", { class: "screen" });
  #inside = h("div", { class: "inside" });

  /** `name` tells the phones apart; `chosen` is called when the person or the open chat changes. */
  constructor(world, name, { person, chat }, chosen) {
    this.world = world;
    this.person = person;
    this.#chosen = chosen;
    this.#screen.append(this.#inside);
    this.sheets = new Sheets(this.#screen, this.#inside);
    this.viewer = new Viewer(this.sheets);
    const choose = () => this.#offerPeople();
    this.#owner = h("button", { type: "button", class: "owner", "data-testid": `owner-${name}`, onclick: choose });
    this.#frame = h(
      "section",
      { class: "phone", "data-testid": `phone-${name}` },
      h("div", { class: "case" }, this.#screen),
    );
    this.element = h("div", { class: "place" }, this.#owner, this.#frame);
    this.#takeFiles();
    this.open(chat);
  }

  /** Gives the phone to somebody else; a group stays open if they are in it too. */
  give(person) {
    const chat = this.chat !== null && this.chat < 0 && this.world.isIn(this.chat, person) ? this.chat : person;
    this.person = person;
    this.open(chat);
  }

  /** Opens a chat, or the list of chats with null. */
  open(chat) {
    this.chat = chat !== null && this.#mayOpen(chat) ? chat : null;
    this.#chosen(this);
    const owner = this.world.person(this.person);
    const name = owner ? this.world.name(owner) : say("whose");
    const face = owner ? avatar(owner.id, name, { size: "small" }) : icon("person");
    this.#owner.replaceChildren(face, h("span", {}, name), icon("down"));
    this.#frame.setAttribute("aria-label", owner ? say("phone", { name }) : say("whose"));
    if (!owner) {
      this.#shown = null;
      this.#inside.replaceChildren(this.#nobody());
      return;
    }
    this.#shown = this.chat === null ? new ChatList(this) : new Talk(this, this.chat);
    this.#inside.replaceChildren(status(), ...this.#shown.elements);
    this.draw();
  }

  #mayOpen(chat) {
    return this.world.chat(chat) && (chat > 0 ? chat === this.person : this.world.isIn(chat, this.person));
  }

  /** Draws what changed in the world. */
  draw() {
    if (this.chat !== null && !this.#mayOpen(this.chat)) this.open(null);
    else this.#shown?.draw();
  }

  /** Returns a chat's portrait. */
  face(chat, size = "") {
    return avatar(chat, this.world.title(chat, this.person), { isBot: chat > 0, size });
  }

  /** Counts what others wrote in a chat since this person last saw its end. */
  unread(chat) {
    const seen = Number(localStorage.getItem(`seen/${this.person}/${chat}`) ?? 0);
    const isNew = (one) => one.message_id > seen && one.from.id !== this.person;
    return [...this.world.messages(chat).values()].filter(isNew).length;
  }

  /** Remembers that the person saw the end of a chat. */
  read(chat) {
    const last = this.world.last(chat);
    if (last) localStorage.setItem(`seen/${this.person}/${chat}`, last.message_id);
  }

  /** Lets the person do something; why it is not possible is said in passing. */
  async act(name, fields) {
    try {
      return await act(name, fields instanceof FormData ? fields : { person: this.person, ...fields });
    } catch (error) {
      this.sheets.toast(error.message);
      return null;
    }
  }

  /** Copies a text and says so. */
  async copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.sheets.toast(say("copied"));
  }

  /** Opens a Mini App over the phone's screen. */
  async launch(address, title) {
    const opened = await this.act("launch", { chat: this.chat, url: address, theme: isDark() ? "dark" : "light" });
    if (!opened) return;
    const shut = () => this.sheets.close(dialog);
    const close = h(
      "button",
      { type: "button", class: "tool", "aria-label": say("close"), onclick: shut },
      icon("close"),
    );
    const dialog = h(
      "dialog",
      { class: "app", "aria-label": title, "data-testid": "app" },
      h("header", { class: "head" }, h("strong", {}, title), close),
      h("iframe", { src: opened.url, title, allow: "autoplay; fullscreen; clipboard-write" }),
    );
    this.sheets.open(dialog);
  }

  #offerPeople() {
    const items = this.world.people.map((one) => ({
      face: avatar(one.id, this.world.name(one), { size: "small" }),
      label: this.world.name(one),
      testid: `person-${one.first_name}`,
      press: () => this.give(one.id),
    }));
    const add = { icon: "plus", label: say("person.add"), testid: "person-add", press: () => addPerson(this) };
    this.sheets.menu([...items, add], { label: say("whose") });
  }

  #nobody() {
    const attributes = {
      type: "button",
      class: "primary",
      "data-testid": "person-add",
      onclick: () => addPerson(this),
    };
    const face = avatar(0, "", { isBot: true, size: "large" });
    return h("div", { class: "stranger" }, face, h("h2", {}, say("whose")), h("button", attributes, say("person.add")));
  }

  #takeFiles() {
    const isTalk = () => this.#shown instanceof Talk;
    const screen = this.#screen;
    screen.dataset.drop = say("attach.drop");
    screen.addEventListener("dragover", (event) => {
      if (!isTalk()) return;
      event.preventDefault();
      screen.classList.add("dropping");
    });
    screen.addEventListener("dragleave", () => screen.classList.remove("dropping"));
    screen.addEventListener("drop", (event) => {
      event.preventDefault();
      screen.classList.remove("dropping");
      if (isTalk()) this.#shown.composer.attach([...event.dataTransfer.files]);
    });
  }
}

function status() {
  const bars = Array.from({ length: 4 }, () => h("i"));
  return h(
    "div",
    { class: "status", "aria-hidden": "true" },
    h("b", {}, time(Date.now() / 1000)),
    h("i", { class: "island" }),
    h("span", { class: "signal" }, bars),
    h("span", { class: "battery" }),
  );
}
