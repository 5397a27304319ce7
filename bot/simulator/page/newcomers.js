// Forms that bring somebody, or a new group, into the world.

import { h } from "./dom.js";
import { LANGUAGES, language, say } from "./words.js";
import { act } from "./world.js";

/** Asks for a new person; the phone is theirs afterwards. */
export function addPerson(phone) {
  const name = h("input", {
    name: "name",
    required: true,
    maxlength: 64,
    autocomplete: "off",
    "data-testid": "person-name",
  });
  const languages = Object.entries(LANGUAGES).map(([code, label]) =>
    h("option", { value: code, selected: code === language }, label),
  );
  const fields = [
    h("label", {}, say("person.name"), name),
    h("label", {}, say("person.language"), h("select", { name: "language" }, languages)),
  ];
  const send = async (form) => {
    const { id } = await act("person", Object.fromEntries(form));
    phone.world.whenKnown("people", id, () => phone.give(id));
  };
  phone.sheets.form(say("person.add"), fields, say("add"), send, "person-form");
}

/** Asks for a new group of people, with or without the bot; it is opened afterwards. */
export function addGroup(phone) {
  const { world } = phone;
  const check = (attributes, label) =>
    h("label", { class: "check" }, h("input", { type: "checkbox", ...attributes }), label);
  const people = world.people.map((one) =>
    check({ name: "people", value: one.id, checked: one.id === phone.person }, world.name(one)),
  );
  const title = h("input", {
    name: "title",
    required: true,
    maxlength: 64,
    autocomplete: "off",
    "data-testid": "group-title",
  });
  const fields = [
    h("label", {}, say("group.title"), title),
    h("fieldset", {}, h("legend", {}, say("group.people")), people),
    check({ name: "with_bot", checked: true }, say("group.bot", { bot: world.name(world.bot) })),
    check({ name: "topics" }, say("group.topics")),
  ];
  const send = async (form) => {
    const others = form
      .getAll("people")
      .map(Number)
      .filter((id) => id !== phone.person);
    const told = { people: [phone.person, ...others], with_bot: form.has("with_bot"), topics: form.has("topics") };
    const { id } = await act("group", { title: form.get("title"), ...told });
    world.whenKnown("chats", id, () => phone.open(id));
  };
  phone.sheets.form(say("group.add"), fields, say("create"), send, "group-form");
}
