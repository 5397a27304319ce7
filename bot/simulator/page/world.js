// The page's copy of the world: the same tables as the server's, kept fresh by server-sent events.

const PRESENT = new Set(["creator", "administrator", "member", "restricted"]);

export class World extends EventTarget {
  #tables = new Map();
  bot = null;

  /** Follows the server; fires "change" with the names of the tables that changed, "lost" and "found". */
  connect() {
    const events = new EventSource("/events");
    events.addEventListener("world", (event) => {
      this.#tables.clear();
      this.#apply(JSON.parse(event.data));
      this.dispatchEvent(new Event("found"));
    });
    events.addEventListener("changes", (event) => this.#apply(JSON.parse(event.data)));
    events.addEventListener("error", () => this.dispatchEvent(new Event("lost")));
  }

  #apply(changes) {
    for (const [name, key, record] of changes) {
      if (name === "bot") this.bot = record;
      else if (record === null) this.table(name).delete(String(key));
      else this.table(name).set(String(key), record);
    }
    const names = new Set(changes.map(([name]) => name));
    this.dispatchEvent(new CustomEvent("change", { detail: names }));
  }

  table(name) {
    if (!this.#tables.has(name)) this.#tables.set(name, new Map());
    return this.#tables.get(name);
  }

  get people() {
    return [...this.table("people").values()].map((record) => ({ ...record.user, blocked: record.blocked }));
  }

  person(id) {
    return this.people.find((one) => one.id === id);
  }

  name(user) {
    return [user.first_name, user.last_name].filter(Boolean).join(" ");
  }

  chat(id) {
    return this.table("chats").get(String(id));
  }

  title(id, viewer) {
    const { chat } = this.chat(id);
    return chat.type === "private" && chat.id === viewer ? this.name(this.bot) : (chat.title ?? this.name(chat));
  }

  isIn(chatId, personId) {
    return PRESENT.has(this.chat(chatId)?.members[personId]);
  }

  /** The chats that somebody sees, the one with the newest message first; the bot's own is always there. */
  chatsOf(personId) {
    const seen = [personId, ...this.#groups().filter((id) => this.isIn(id, personId))];
    return seen.sort((one, other) => (this.last(other)?.date ?? 0) - (this.last(one)?.date ?? 0));
  }

  groupsWithout(personId) {
    return this.#groups().filter((id) => !this.isIn(id, personId));
  }

  #groups() {
    const records = [...this.table("chats").values()].filter((record) => record.chat.id < 0 && !record.upgraded_to);
    return records.map((record) => record.chat.id);
  }

  /** Does something as soon as this copy of the world holds a record. */
  whenKnown(table, id, then) {
    if (this.table(table).has(String(id))) then();
    else this.addEventListener("change", () => this.whenKnown(table, id, then), { once: true });
  }

  messages(chatId) {
    return this.table(`messages/${chatId}`);
  }

  last(chatId) {
    return [...this.messages(chatId).values()].at(-1);
  }
}

/** Asks the server to let a person do something; throws an error with the reason when it is not possible. */
export async function act(name, fields) {
  const isForm = fields instanceof FormData;
  const answer = await fetch(`/sim/${name}`, {
    method: "POST",
    headers: isForm ? {} : { "content-type": "application/json" },
    body: isForm ? fields : JSON.stringify(fields),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error);
  return found;
}
