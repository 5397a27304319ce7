// One phone: whose it is, the list of chats, and one chat.

import { bubble, draftBubble, summary } from "./bubble.js";
import { Composer } from "./composer.js";
import { avatar, h, icon } from "./dom.js";
import { Viewer } from "./media.js";
import { Sheets } from "./sheets.js";
import { count, day, say, time } from "./words.js";
import { act } from "./world.js";

const EMOJI = ["👍", "❤", "🔥", "🎉", "😁", "🤔", "👎"];
const TOGETHER = 300; // seconds within which messages of one person stand together
const ACTION_LIFE = 5000;

export class Phone {
  #name;
  #frame;
  #screen = h("div", { class: "screen" });
  #inside = h("div", { class: "inside" });
  #log = null;
  #drawn = new Map();
  #actionSeen = new Map();
  #chosen;

  /** `name` tells the phones apart; `chosen` is called when its person or chat changes. */
  constructor(world, name, { person, chat }, chosen) {
    this.world = world;
    this.#name = name;
    this.#chosen = chosen;
    this.person = person;
    this.chat = chat;
    this.thread = 0;
    this.#screen.append(this.#inside);
    this.sheets = new Sheets(this.#screen, this.#inside);
    this.viewer = new Viewer(this.sheets);
    this.owner = h("button", { type: "button", class: "owner", "data-testid": `owner-${name}`, onclick: () => this.#offerPeople() });
    this.#frame = h("section", { class: "phone", "data-testid": `phone-${name}` }, h("div", { class: "case" }, this.#screen));
    this.element = h("div", { class: "place" }, this.owner, this.#frame);
    this.#listenForFiles();
    this.open(chat);
  }

  /** Gives the phone to somebody else. */
  give(person) {
    this.person = person;
    const seen = this.chat !== null && (this.chat > 0 ? false : this.world.isIn(this.chat, person));
    this.open(seen ? this.chat : person);
  }

  /** Opens a chat, or the list of chats with null. */
  open(chat) {
    const isThere = chat !== null && this.world.chat(chat) && (chat === this.person || (chat < 0 && this.world.isIn(chat, this.person)));
    this.chat = isThere ? chat : null;
    this.thread = 0;
    this.#chosen(this);
    this.#build();
  }

  #build() {
    const owner = this.world.person(this.person);
    this.#drawOwner(owner);
    this.#drawn.clear();
    this.#log = null;
    if (!owner) this.#inside.replaceChildren(this.#strangerScreen());
    else if (this.chat === null) this.#inside.replaceChildren(status(), this.#listHead(), h("nav", { class: "chats", "aria-label": say("chats"), "data-testid": "chats" }));
    else this.#buildChat();
    this.draw();
  }

  #drawOwner(owner) {
    const name = owner ? this.world.name(owner) : say("whose");
    this.owner.replaceChildren(owner ? avatar(owner.id, name, { size: "small" }) : icon("person"), h("span", {}, name), icon("down"));
    this.#frame.setAttribute("aria-label", owner ? say("phone", { name }) : say("whose"));
  }

  #offerPeople() {
    const items = this.world.people.map((one) => ({
      face: avatar(one.id, this.world.name(one), { size: "small" }),
      label: this.world.name(one),
      testid: `person-${one.first_name}`,
      press: () => this.give(one.id),
    }));
    this.sheets.menu([...items, { icon: "plus", label: say("person.add"), testid: "person-add", press: () => this.addPerson() }], { label: say("whose") });
  }

  #strangerScreen() {
    const add = h("button", { type: "button", class: "primary", "data-testid": "person-add", onclick: () => this.addPerson() }, say("person.add"));
    return h("div", { class: "stranger" }, avatar(0, "", { isBot: true, size: "large" }), h("h2", {}, say("whose")), add);
  }

  addPerson() {
    const name = h("input", { name: "name", required: true, maxlength: 64, autocomplete: "off", "data-testid": "person-name" });
    const languages = Object.entries({ en: "English", fr: "Français", zh: "中文" }).map(([code, label]) => h("option", { value: code, selected: code === document.documentElement.lang }, label));
    const fields = [h("label", {}, say("person.name"), name), h("label", {}, say("person.language"), h("select", { name: "language" }, languages))];
    const send = async (form) => {
      const { id } = await act("person", Object.fromEntries(form));
      this.#whenKnown("people", id, () => this.give(id));
    };
    this.sheets.form(say("person.add"), fields, say("add"), send, "person-form");
  }

  #addGroup() {
    const people = this.world.people.map((one) => h("label", { class: "check" }, h("input", { type: "checkbox", name: "people", value: one.id, checked: one.id === this.person }), this.world.name(one)));
    const option = (name, label, checked) => h("label", { class: "check" }, h("input", { type: "checkbox", name, checked }), label);
    const fields = [
      h("label", {}, say("group.title"), h("input", { name: "title", required: true, maxlength: 64, autocomplete: "off", "data-testid": "group-title" })),
      h("fieldset", {}, h("legend", {}, say("group.people")), people),
      option("with_bot", say("group.bot", { bot: this.world.name(this.world.bot) }), true),
      option("topics", say("group.topics"), false),
    ];
    const send = async (form) => {
      const others = form.getAll("people").map(Number).filter((id) => id !== this.person);
      const told = { title: form.get("title"), people: [this.person, ...others], with_bot: form.has("with_bot"), topics: form.has("topics") };
      const { id } = await act("group", told);
      this.#whenKnown("chats", id, () => this.open(id));
    };
    this.sheets.form(say("group.add"), fields, say("create"), send, "group-form");
  }

  /** Does something as soon as the page's copy of the world holds a record. */
  #whenKnown(table, id, then) {
    if (this.world.table(table).has(String(id))) then();
    else this.world.addEventListener("change", () => this.#whenKnown(table, id, then), { once: true });
  }

  #listHead() {
    return h("header", { class: "head" }, h("h2", {}, say("chats")), h("button", { type: "button", class: "tool", "aria-label": say("group.add"), title: say("group.add"), "data-testid": "group-add", onclick: () => this.#addGroup() }, icon("users"), icon("plus")));
  }

  #buildChat() {
    this.composer = new Composer(this);
    this.#log = h("div", { class: "log", role: "log", tabindex: 0, "aria-label": this.world.title(this.chat, this.person), "data-testid": "log" });
    this.#log.addEventListener("scroll", () => this.#scrolled());
    this.#log.addEventListener("keydown", (event) => this.#walk(event));
    this.newest = h("button", { type: "button", class: "newest", hidden: true, "aria-label": say("newest"), "data-testid": "newest", onclick: () => this.#toEnd(true) }, icon("down"));
    this.top = h("div", { class: "top" });
    this.bottom = h("div", { class: "bottom" });
    this.#inside.replaceChildren(status(), this.top, h("div", { class: "middle" }, this.#log, this.newest), this.bottom);
  }

  /** Draws what changed; elements of messages that are the same stay. */
  draw() {
    if (!this.world.person(this.person)) return;
    if (this.chat === null) this.#drawList();
    else if (this.#log) this.#drawChat();
  }

  #drawList() {
    const list = this.#inside.querySelector(".chats");
    const mine = this.world.chatsOf(this.person).map((id) => this.#row(id));
    const others = this.world.groupsWithout(this.person).map((id) => this.#otherRow(id));
    list.replaceChildren(...mine, ...(others.length ? [h("h3", {}, say("other.groups")), ...others] : []));
  }

  #face(id, size) {
    return avatar(id, this.world.title(id, this.person), { isBot: id > 0, size });
  }

  #row(id) {
    const last = this.world.last(id);
    const unread = this.unread(id);
    const who = last && id < 0 && last.from.id !== this.person && !last.new_chat_members ? `${last.from.first_name}: ` : "";
    return h(
      "button",
      { type: "button", class: "chat", "data-testid": `chat-${this.world.title(id, this.person)}`, onclick: () => this.open(id) },
      this.#face(id),
      h("span", { class: "names" }, h("strong", {}, this.world.title(id, this.person)), h("span", {}, last ? who + summary(last) : say("nothing"))),
      h("span", { class: "side" }, last ? h("time", {}, time(last.date)) : "", unread ? h("span", { class: "badge", "aria-label": count("unread", unread), "data-testid": "unread" }, unread) : ""),
    );
  }

  #otherRow(id) {
    const join = h("button", { type: "button", class: "pill", onclick: () => this.try(() => act("join", { person: this.person, chat: id })) }, say("join"));
    return h("div", { class: "chat other" }, this.#face(id), h("span", { class: "names" }, h("strong", {}, this.world.title(id, this.person))), join);
  }

  unread(id) {
    const seen = Number(localStorage.getItem(`seen/${this.person}/${id}`) ?? 0);
    return [...this.world.messages(id).values()].filter((one) => one.message_id > seen && one.from.id !== this.person).length;
  }

  #drawChat() {
    if (this.chat < 0 && !this.world.isIn(this.chat, this.person)) {
      this.open(null);
      return;
    }
    this.#drawTop();
    this.#drawBottom();
    const wasAtEnd = this.#isAtEnd();
    const wanted = this.#elements();
    sync(this.#log, wanted);
    if (wasAtEnd) this.#toEnd(false);
    this.#scrolled();
  }

  #drawTop() {
    const record = this.world.chat(this.chat);
    const action = this.#action();
    const members = Object.keys(record.members).filter((id) => this.world.isIn(this.chat, id)).length;
    const below = action ? h("span", { class: "action" }, action, h("i"), h("i"), h("i")) : h("span", {}, this.chat > 0 ? say("bot") : count("members", members));
    const chats = this.world.chatsOf(this.person).filter((id) => id !== this.chat);
    const unread = chats.reduce((sum, id) => sum + this.unread(id), 0);
    const pinnedId = record.pinned.findLast((id) => this.world.messages(this.chat).has(String(id)));
    const pinned = pinnedId && this.world.messages(this.chat).get(String(pinnedId));
    const back = h("button", { type: "button", class: "tool back", "aria-label": say("back"), "data-testid": "back", onclick: () => this.open(null) }, icon("back"), unread ? h("span", { class: "badge" }, unread) : null);
    const more = h("button", { type: "button", class: "title", "aria-haspopup": "menu", "data-testid": "chat-menu", onclick: () => this.#offerChat() }, this.#face(this.chat), h("span", { class: "names" }, h("strong", {}, this.world.title(this.chat, this.person)), below));
    const parts = [h("header", { class: "head" }, back, more), this.#topics(record)];
    if (pinned) parts.push(h("button", { type: "button", class: "pinned", "data-testid": "pinned", onclick: () => this.jump(pinnedId) }, h("span", {}, h("b", {}, say("pinned")), h("span", {}, summary(pinned))), icon("pin")));
    replaceIfChanged(this.top, parts.filter(Boolean));
  }

  #topics(record) {
    if (!record.chat.is_forum) return null;
    const all = [[0, say("topic.all")], ...[...this.world.table(`topics/${this.chat}`).values()].map((one) => [one.message_thread_id, one.name])];
    const choose = (thread) => () => {
      this.thread = thread;
      this.#drawn.clear();
      this.draw();
      this.#toEnd(false);
    };
    return h("div", { class: "topics", role: "tablist" }, all.map(([thread, name]) => h("button", { type: "button", role: "tab", "aria-selected": String(thread === this.thread), onclick: choose(thread) }, name)));
  }

  /** What the bot is doing, for five seconds after it said so. */
  #action() {
    const record = this.world.table("actions").get(String(this.chat));
    if (!record?.action) return null;
    if (this.#actionSeen.get(this.chat)?.record !== record) {
      this.#actionSeen.set(this.chat, { record, until: Date.now() + ACTION_LIFE });
      setTimeout(() => this.draw(), ACTION_LIFE + 50);
    }
    return Date.now() < this.#actionSeen.get(this.chat).until ? say(record.action) : null;
  }

  #offerChat() {
    const isBlocked = this.world.person(this.person).blocked;
    const items = this.chat > 0
      ? [{ icon: "block", label: say(isBlocked ? "unblock" : "block"), testid: "block", isDanger: !isBlocked, press: () => this.#block(!isBlocked) }]
      : [{ icon: "leave", label: say("leave"), testid: "leave", isDanger: true, press: () => this.try(() => act("leave", { person: this.person, chat: this.chat })) }];
    const here = this.chat < 0 ? this.world.people.filter((one) => this.world.isIn(this.chat, one.id)).map((one) => this.world.name(one)).join(", ") : "";
    this.sheets.menu(items, { head: h("p", { class: "members" }, h("b", {}, this.world.title(this.chat, this.person)), here), label: this.world.title(this.chat, this.person) });
  }

  #block(isBlocked) {
    return this.try(() => act("block", { person: this.person, is_blocked: isBlocked }));
  }

  #drawBottom() {
    const isPrivate = this.chat > 0;
    const isBlocked = isPrivate && this.world.person(this.person).blocked;
    const isNew = isPrivate && !this.world.table("people").get(String(this.person)).started;
    const wide = (label, testid, press) => h("button", { type: "button", class: "wide", "data-testid": testid, onclick: press }, label);
    const parts = isBlocked
      ? [h("p", { class: "note" }, say("blocked")), wide(say("unblock"), "unblock", () => this.#block(false))]
      : isNew
        ? [wide(say("start"), "start", () => this.composer.send("/start"))]
        : [this.#menuButton(), this.composer.element];
    const kind = isBlocked ? "blocked" : isNew ? "new" : `open ${this.#menuButton()?.textContent ?? ""}`;
    if (this.bottom.dataset.kind !== kind) this.bottom.replaceChildren(...parts.filter(Boolean));
    this.bottom.dataset.kind = kind;
    this.composer.offer(this.world.chat(this.chat).keyboard);
  }

  #menuButton() {
    if (this.chat < 0) return null;
    const profile = this.world.table("profile");
    const button = profile.get(`menu/${this.chat}`) ?? profile.get("menu/all");
    if (button?.type !== "web_app") return null;
    return h("button", { type: "button", class: "menu-button", "data-testid": "menu-button", onclick: () => this.launch(button.web_app.url, button.text) }, icon("app"), button.text);
  }

  /** Opens a Mini App over the phone's screen. */
  async launch(address, title) {
    const { url } = await act("launch", { person: this.person, chat: this.chat, url: address, theme: document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") });
    const dialog = h("dialog", { class: "app", "aria-label": title, "data-testid": "app" }, h("header", { class: "head" }, h("strong", {}, title), h("button", { type: "button", class: "tool", "aria-label": say("close"), onclick: () => this.sheets.close(dialog) }, icon("close"))), h("iframe", { src: url, title, allow: "autoplay; fullscreen; clipboard-write" }));
    this.sheets.open(dialog);
  }

  #elements() {
    const wanted = [];
    const messages = [...this.world.messages(this.chat).values()].filter((one) => !this.thread || one.message_thread_id === this.thread);
    const groups = gather(messages);
    const held = this.world.table(`reactions/${this.chat}`);
    groups.forEach((group, index) => {
      const [message] = group;
      const before = groups[index - 1]?.at(-1);
      if (!before || day(before.date) !== day(message.date)) wanted.push(this.#keep(`day/${day(message.date)}`, [], () => h("p", { class: "day" }, day(message.date))));
      const look = { isOwn: message.from.id === this.person, isGroup: this.chat < 0, isFirst: !together(before, message), isLast: !together(message, groups[index + 1]?.[0]), reactions: held.get(String(message.message_id)) };
      const parts = [...group, look.reactions, look.isFirst, look.isLast];
      wanted.push(this.#keep(message.message_id, parts, () => bubble(group, look, this)));
    });
    if (!messages.length) wanted.push(this.#keep("about", [this.#description()], () => this.#about()));
    const draft = this.world.table("drafts").get(`${this.chat}/${this.thread}`);
    if (draft) wanted.push(this.#keep("draft", [draft], () => draftBubble(draft, this)));
    return wanted;
  }

  #description() {
    const profile = this.world.table("profile");
    const spoken = this.world.person(this.person).language_code ?? "";
    return (profile.get(`description/${spoken}`) ?? profile.get("description/"))?.description ?? "";
  }

  #about() {
    const text = this.#description();
    const head = this.chat > 0 && text ? [h("b", {}, say("about")), h("p", {}, text)] : [h("p", {}, say("empty"))];
    return h("div", { class: "card" }, this.#face(this.chat, "large"), head);
  }

  #keep(key, parts, make) {
    const old = this.#drawn.get(key);
    if (old && old.parts.length === parts.length && old.parts.every((part, index) => part === parts[index])) return old.element;
    const element = make();
    if (old) element.classList.add("still");
    this.#drawn.set(key, { parts, element });
    return element;
  }

  #isAtEnd() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 80;
  }

  #toEnd(isSmooth) {
    const go = () => this.#log?.scrollTo({ top: this.#log.scrollHeight, behavior: isSmooth ? "smooth" : "instant" });
    go();
    if (!isSmooth) requestAnimationFrame(go);
  }

  #scrolled() {
    const isAtEnd = this.#isAtEnd();
    this.newest.hidden = isAtEnd;
    const last = this.world.last(this.chat);
    if (isAtEnd && last && !document.hidden) localStorage.setItem(`seen/${this.person}/${this.chat}`, last.message_id);
  }

  #walk(event) {
    const moves = { ArrowUp: -1, ArrowDown: 1 };
    if (!(event.key in moves)) return;
    const all = [...this.#log.querySelectorAll("article")];
    const at = all.indexOf(document.activeElement.closest("article"));
    const next = all.at(at < 0 ? -1 : Math.min(Math.max(at + moves[event.key], 0), all.length - 1));
    event.preventDefault();
    next?.focus();
  }

  /** Scrolls to a message and lets it shine. */
  jump(messageId) {
    const element = this.#log.querySelector(`[data-message="${messageId}"]`);
    element?.scrollIntoView({ block: "center", behavior: "smooth" });
    element?.animate([{ background: "var(--shine)" }, { background: "transparent" }], 1600);
  }

  /** Offers what can be done with a message. */
  offer(message) {
    const isOwn = message.from.id === this.person;
    const text = message.text ?? message.caption;
    const items = [{ icon: "reply", label: say("reply"), testid: "reply", press: () => this.composer.replyTo(message) }];
    if (text) items.push({ icon: "copy", label: say("copy"), testid: "copy", press: () => this.#copy(text) });
    if (isOwn && text) items.push({ icon: "edit", label: say("edit"), testid: "edit", press: () => this.composer.rewrite(message) });
    if (isOwn || this.chat > 0) items.push({ icon: "trash", label: say("delete"), testid: "delete", isDanger: true, press: () => this.try(() => act("delete", { person: this.person, chat: this.chat, message: message.message_id })) });
    const close = { now: () => {} };
    const faces = EMOJI.map((emoji) => h("button", { type: "button", "aria-label": say("react", { emoji }), "data-testid": `react-${emoji}`, onclick: () => { close.now(); this.react(message, emoji); } }, emoji));
    close.now = this.sheets.menu(items, { head: h("div", { class: "faces" }, faces), label: say("actions") });
  }

  async #copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.sheets.toast(say("copied"));
  }

  react(message, emoji) {
    return this.try(() => act("react", { person: this.person, chat: this.chat, message: message.message_id, emoji }));
  }

  stop() {
    return this.try(() => act("stop", { person: this.person, chat: this.chat, thread: this.thread }));
  }

  /** Does something on the server; why it is not possible is said in passing. */
  async try(what) {
    try {
      await what();
    } catch (error) {
      this.sheets.toast(error.message);
    }
  }

  #listenForFiles() {
    this.#screen.addEventListener("dragover", (event) => {
      if (this.chat === null) return;
      event.preventDefault();
      this.#screen.classList.add("dropping");
      this.#screen.dataset.drop = say("attach.drop");
    });
    for (const name of ["dragleave", "drop"]) this.#screen.addEventListener(name, () => this.#screen.classList.remove("dropping"));
    this.#screen.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.chat !== null) this.composer.attach([...event.dataTransfer.files]);
    });
  }
}

const together = (one, other) => one && other && one.from.id === other.from.id && other.date - one.date < TOGETHER && !isLine(one) && !isLine(other);
const isLine = (message) => Boolean(message.new_chat_members ?? message.left_chat_member ?? message.pinned_message ?? message.forum_topic_created);

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

function replaceIfChanged(parent, parts) {
  const fresh = h("div", {}, parts);
  if (fresh.innerHTML !== parent.innerHTML) parent.replaceChildren(...fresh.children);
}

function status() {
  const shown = time(Date.now() / 1000);
  return h("div", { class: "status", "aria-hidden": "true" }, h("b", {}, shown), h("i", { class: "island" }), h("span", { class: "signal" }, h("i"), h("i"), h("i"), h("i")), h("span", { class: "battery" }));
}
