// One chat on a phone: its head, its messages, and where one writes.

import { bubble, draftBubble, isLine } from "./bubble.js";
import { Composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { Head } from "./head.js";
import { day, say } from "./words.js";

const TOGETHER = 300; // seconds within which messages of one person stand together
const NEAR = 80; // pixels from the end that still count as being there

export class Talk {
  #head = new Head(this);
  #drawn = new Map();
  #log;
  #newest;
  #bottom = h("div", { class: "bottom" });
  thread = 0;

  constructor(phone, chat) {
    this.phone = phone;
    this.world = phone.world;
    this.chat = chat;
    this.composer = new Composer(this);
    const label = this.world.title(chat, phone.person);
    this.#log = h("div", { class: "log", role: "log", tabindex: 0, "aria-label": label, "data-testid": "log" });
    this.#log.addEventListener("scroll", () => this.#scrolled());
    this.#log.addEventListener("keydown", (event) => this.#walk(event));
    this.#newest = h(
      "button",
      {
        type: "button",
        class: "newest",
        hidden: true,
        "aria-label": say("newest"),
        "data-testid": "newest",
        onclick: () => this.#toEnd("smooth"),
      },
      icon("down"),
    );
    const middle = h("div", { class: "middle" }, this.#log, this.#newest);
    this.elements = [this.#head.element, middle, this.#bottom];
  }

  /** Draws what changed; elements of messages that are the same stay. */
  draw() {
    this.#head.draw();
    this.#drawBottom();
    const wasAtEnd = this.#isAtEnd();
    sync(this.#log, this.#wanted());
    if (wasAtEnd) this.#toEnd("instant");
    this.#scrolled();
  }

  /** Shows one topic of a forum; 0 shows all. */
  choose(thread) {
    this.thread = thread;
    this.#drawn.clear();
    this.draw();
    this.#toEnd("instant");
  }

  /** Scrolls to a message and lets it shine. */
  jump(messageId) {
    const element = this.#log.querySelector(`[data-message="${messageId}"]`);
    element?.scrollIntoView({ block: "center", behavior: "smooth" });
    element?.animate([{ background: "var(--shine)" }, { background: "transparent" }], 1600);
  }

  #drawBottom() {
    const isPrivate = this.chat > 0;
    const isBlocked = isPrivate && this.world.person(this.phone.person).blocked;
    const isNew = isPrivate && !this.world.table("people").get(String(this.phone.person)).started;
    const app = this.#menuButton();
    const kind = isBlocked ? "blocked" : isNew ? "new" : `open ${app?.textContent ?? ""}`;
    if (this.#bottom.dataset.kind !== kind) {
      const wide = (label, testid, press) =>
        h("button", { type: "button", class: "wide", "data-testid": testid, onclick: press }, label);
      const parts = {
        blocked: () => [
          h("p", { class: "note" }, say("blocked")),
          wide(say("unblock"), "unblock", () => this.phone.act("block", { is_blocked: false })),
        ],
        new: () => [wide(say("start"), "start", () => this.composer.send("/start"))],
      };
      this.#bottom.replaceChildren(...(parts[kind]?.() ?? [app, this.composer.element].filter(Boolean)));
      this.#bottom.dataset.kind = kind;
    }
    this.composer.offer(this.world.chat(this.chat).keyboard);
  }

  #menuButton() {
    const profile = this.world.table("profile");
    const button = profile.get(`menu/${this.chat}`) ?? profile.get("menu/all");
    if (this.chat < 0 || button?.type !== "web_app") return null;
    const open = () => this.phone.launch(button.web_app.url, button.text);
    const attributes = { type: "button", class: "menu-button", "data-testid": "menu-button", onclick: open };
    return h("button", attributes, icon("app"), button.text);
  }

  /** Returns the elements that the log should hold now. */
  #wanted() {
    const all = [...this.world.messages(this.chat).values()];
    const messages = all.filter((one) => !this.thread || one.message_thread_id === this.thread);
    const groups = gather(messages);
    const wanted = groups.flatMap((group, index) => this.#group(groups, group, index));
    if (!messages.length) wanted.push(this.#keep("about", [this.#description()], () => this.#about()));
    const draft = this.world.table("drafts").get(`${this.chat}/${this.thread}`);
    if (draft) wanted.push(this.#keep("draft", [draft], () => draftBubble(draft, this)));
    return wanted;
  }

  #group(groups, group, index) {
    const [message] = group;
    const before = groups[index - 1]?.at(-1);
    const look = {
      isOwn: message.from.id === this.phone.person,
      isGroup: this.chat < 0,
      isFirst: !together(before, message),
      isLast: !together(message, groups[index + 1]?.[0]),
      reactions: this.world.table(`reactions/${this.chat}`).get(String(message.message_id)),
    };
    const parts = [...group, look.reactions, look.isFirst, look.isLast];
    const drawn = this.#keep(message.message_id, parts, () => bubble(group, look, this));
    const today = day(message.date);
    if (before && day(before.date) === today) return [drawn];
    return [this.#keep(`day/${today}`, [], () => h("p", { class: "day" }, today)), drawn];
  }

  #description() {
    const profile = this.world.table("profile");
    const spoken = this.world.person(this.phone.person).language_code ?? "";
    return (profile.get(`description/${spoken}`) ?? profile.get("description/"))?.description ?? "";
  }

  #about() {
    const text = this.#description();
    const told = this.chat > 0 && text ? [h("b", {}, say("about")), h("p", {}, text)] : [h("p", {}, say("empty"))];
    return h("div", { class: "card" }, this.phone.face(this.chat, "large"), told);
  }

  /** Returns the element drawn before under this key, or a new one when its parts changed. */
  #keep(key, parts, make) {
    const old = this.#drawn.get(key);
    const isSame = old?.parts.length === parts.length && old.parts.every((part, index) => part === parts[index]);
    if (isSame) return old.element;
    const element = make();
    if (old) element.classList.add("still");
    this.#drawn.set(key, { parts, element });
    return element;
  }

  #isAtEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR;
  }

  #toEnd(behavior) {
    const go = () => this.#log.scrollTo({ top: this.#log.scrollHeight, behavior });
    go();
    if (behavior === "instant") requestAnimationFrame(go);
  }

  #scrolled() {
    const isAtEnd = this.#isAtEnd();
    this.#newest.hidden = isAtEnd;
    if (isAtEnd && !document.hidden) this.phone.read(this.chat);
  }

  #walk(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.#log.querySelectorAll("article")];
    const at = all.indexOf(document.activeElement.closest("article"));
    all.at(at < 0 ? -1 : Math.min(Math.max(at + step, 0), all.length - 1))?.focus();
  }
}

const together = (one, other) =>
  one && other && one.from.id === other.from.id && other.date - one.date < TOGETHER && !isLine(one) && !isLine(other);

/** Returns messages in groups: albums together, others alone. */
function gather(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

/** Lets `parent` hold exactly `wanted`, moving as little as can be. */
function sync(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.children].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  wanted.forEach((element, index) => {
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
}
