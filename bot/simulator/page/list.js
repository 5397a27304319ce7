// The list of a person's chats.

import { summary } from "./bubble.js";
import { h, icon } from "./dom.js";
import { addGroup } from "./newcomers.js";
import { count, say, time } from "./words.js";

export class ChatList {
  #phone;
  #rows = h("nav", { class: "chats", "aria-label": say("chats"), "data-testid": "chats" });

  constructor(phone) {
    this.#phone = phone;
    const add = h(
      "button",
      {
        type: "button",
        class: "tool",
        "aria-label": say("group.add"),
        title: say("group.add"),
        "data-testid": "group-add",
        onclick: () => addGroup(phone),
      },
      icon("users"),
      icon("plus"),
    );
    this.elements = [h("header", { class: "head" }, h("h2", {}, say("chats")), add), this.#rows];
  }

  draw() {
    const { world, person } = this.#phone;
    const mine = world.chatsOf(person).map((id) => this.#row(id));
    const others = world.groupsWithout(person).map((id) => this.#otherRow(id));
    this.#rows.replaceChildren(...mine, ...(others.length ? [h("h3", {}, say("other.groups")), ...others] : []));
  }

  #row(id) {
    const { world, person } = this.#phone;
    const last = world.last(id);
    const unread = this.#phone.unread(id);
    const isNamed = last && id < 0 && last.from.id !== person && !last.new_chat_members;
    const said = last ? (isNamed ? `${last.from.first_name}: ` : "") + summary(last) : say("nothing");
    const badge = h("span", { class: "badge", "aria-label": count("unread", unread), "data-testid": "unread" }, unread);
    const title = world.title(id, person);
    return h(
      "button",
      { type: "button", class: "chat", "data-testid": `chat-${title}`, onclick: () => this.#phone.open(id) },
      this.#phone.face(id),
      h("span", { class: "names" }, h("strong", {}, title), h("span", {}, said)),
      h("span", { class: "side" }, last ? h("time", {}, time(last.date)) : null, unread ? badge : null),
    );
  }

  #otherRow(id) {
    const join = () => this.#phone.act("join", { chat: id });
    return h(
      "div",
      { class: "chat other" },
      this.#phone.face(id),
      h("span", { class: "names" }, h("strong", {}, this.#phone.world.title(id, this.#phone.person))),
      h("button", { type: "button", class: "pill", onclick: join }, say("join")),
    );
  }
}
