// What stands above a chat: who it is with, what the bot is doing, topics, the pinned message.

import { summary } from "./bubble.js";
import { h, icon } from "./dom.js";
import { count, say } from "./words.js";

const ACTION_LIFE = 5000; // milliseconds for which an action is shown (Bot API, sendChatAction)

export class Head {
  #talk;
  #action = { record: null, until: 0 };
  element = h("div", { class: "top" });

  constructor(talk) {
    this.#talk = talk;
  }

  draw() {
    const parts = [h("header", { class: "head" }, this.#back(), this.#title()), this.#topics(), this.#pinned()];
    const fresh = h("div", {}, parts);
    if (fresh.innerHTML !== this.element.innerHTML) this.element.replaceChildren(...fresh.children);
  }

  get #record() {
    return this.#talk.world.chat(this.#talk.chat);
  }

  #back() {
    const { phone, world, chat } = this.#talk;
    const others = world.chatsOf(phone.person).filter((id) => id !== chat);
    const unread = others.reduce((sum, id) => sum + phone.unread(id), 0);
    return h(
      "button",
      {
        type: "button",
        class: "tool back",
        "aria-label": say("back"),
        "data-testid": "back",
        onclick: () => phone.open(null),
      },
      icon("back"),
      unread ? h("span", { class: "badge" }, unread) : null,
    );
  }

  #title() {
    const { phone, world, chat } = this.#talk;
    const members = Object.keys(this.#record.members).filter((id) => world.isIn(chat, id)).length;
    const action = this.#doing();
    const below = action
      ? h("span", { class: "action" }, action, h("i"), h("i"), h("i"))
      : h("span", {}, chat > 0 ? say("bot") : count("members", members));
    return h(
      "button",
      {
        type: "button",
        class: "title",
        "aria-haspopup": "menu",
        "data-testid": "chat-menu",
        onclick: () => this.#offer(),
      },
      phone.face(chat),
      h("span", { class: "names" }, h("strong", {}, world.title(chat, phone.person)), below),
    );
  }

  #doing() {
    const record = this.#talk.world.table("actions").get(String(this.#talk.chat));
    if (!record) return null;
    if (this.#action.record !== record) {
      this.#action = { record, until: Date.now() + ACTION_LIFE };
      setTimeout(() => this.draw(), ACTION_LIFE + 50);
    }
    return Date.now() < this.#action.until ? say(record.action) : null;
  }

  #topics() {
    const { world, chat, thread } = this.#talk;
    if (!this.#record.chat.is_forum) return null;
    const topics = [...world.table(`topics/${chat}`).values()].map((one) => [one.message_thread_id, one.name]);
    const tab = ([id, name]) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          "aria-selected": String(id === thread),
          onclick: () => this.#talk.choose(id),
        },
        name,
      );
    return h("div", { class: "topics", role: "tablist" }, [[0, say("topic.all")], ...topics].map(tab));
  }

  #pinned() {
    const messages = this.#talk.world.messages(this.#talk.chat);
    const id = this.#record.pinned.findLast((one) => messages.has(String(one)));
    if (id === undefined) return null;
    const words = [h("b", {}, say("pinned")), h("span", {}, summary(messages.get(String(id))))];
    return h(
      "button",
      { type: "button", class: "pinned", "data-testid": "pinned", onclick: () => this.#talk.jump(id) },
      h("span", {}, words),
      icon("pin"),
    );
  }

  #offer() {
    const { phone, world, chat } = this.#talk;
    const isBlocked = world.person(phone.person).blocked;
    const block = {
      icon: "block",
      label: say(isBlocked ? "unblock" : "block"),
      testid: "block",
      isDanger: !isBlocked,
      press: () => phone.act("block", { is_blocked: !isBlocked }),
    };
    const leave = {
      icon: "leave",
      label: say("leave"),
      testid: "leave",
      isDanger: true,
      press: () => phone.act("leave", { chat }),
    };
    const here = world.people.filter((one) => world.isIn(chat, one.id)).map((one) => world.name(one));
    const title = world.title(chat, phone.person);
    const head = h("p", { class: "members" }, h("b", {}, title), chat < 0 ? here.join(", ") : "");
    phone.sheets.menu([chat > 0 ? block : leave], { head, label: title });
  }
}
