// The stage: two phones side by side, or one at a time where there is little room.

import { h, icon, tool } from "./dom.js";
import { Phone } from "./phone.js";
import { change, isDark, recall, watch } from "./theme.js";
import { LANGUAGES, choose, language, load, say } from "./words.js";
import { World } from "./world.js";

const NAMES = ["left", "right"];
const world = new World();
const lost = h("p", { class: "lost", role: "status", hidden: true });
let phones = [];

/** Remembers who holds a phone, and what is open on it. */
const remember = (name) => (phone) =>
  localStorage.setItem(`phone/${name}`, JSON.stringify({ person: phone.person, chat: phone.chat }));

/** Returns what a phone showed last, or what suits a new one: the first person's own chat, the second's first group. */
function remembered(name, index) {
  const kept = JSON.parse(localStorage.getItem(`phone/${name}`) ?? "null");
  if (kept && world.person(kept.person)) return kept;
  const people = world.people.map((one) => one.id);
  const person = people[index] ?? people[0] ?? null;
  if (person === null) return { person, chat: null };
  const group = world.chatsOf(person).find((id) => id < 0);
  return { person, chat: index ? (group ?? person) : person };
}

/** Where there is room for one phone, shows this one. */
function show(name) {
  document.body.dataset.phone = name;
  for (const one of document.querySelectorAll(".switch button")) {
    one.setAttribute("aria-pressed", String(one.dataset.name === name));
  }
}

function switches() {
  const button = (name, index) =>
    h(
      "button",
      { type: "button", "data-name": name, "data-testid": `show-${name}`, onclick: () => show(name) },
      String(index + 1),
    );
  return h("div", { class: "switch" }, NAMES.map(button));
}

function themeButton() {
  const button = tool("sun", say("theme"), "theme", () => {
    change();
    draw();
  });
  const draw = () => button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  watch(draw);
  draw();
  return button;
}

function languageChoice() {
  const option = ([code, label]) => h("option", { value: code, selected: code === language }, label);
  const select = h("select", { "aria-label": say("language"), "data-testid": "language" });
  select.append(...Object.entries(LANGUAGES).map(option));
  select.addEventListener("change", async () => {
    await choose(select.value);
    build();
  });
  return select;
}

function build() {
  phones = NAMES.map((name, index) => new Phone(world, name, remembered(name, index), remember(name)));
  const name = h("h1", {}, world.name(world.bot));
  const mark = h("img", { src: "mark.svg", alt: "" });
  const parts = [mark, name, h("p", {}, say("tagline")), switches(), languageChoice(), themeButton()];
  const stage = h(
    "main",
    { class: "stage" },
    phones.map((phone) => phone.element),
  );
  lost.textContent = say("lost");
  document.body.replaceChildren(h("header", { class: "bar" }, parts), stage, lost);
  show(document.body.dataset.phone ?? NAMES[0]);
}

/** Whether a phone belongs to nobody, though there is somebody. */
const isVacant = () => world.people.length > 0 && phones.some((phone) => !world.person(phone.person));

recall();
await load();
world.addEventListener("lost", () => (lost.hidden = false));
world.addEventListener("found", () => {
  lost.hidden = true;
  if (!phones.length) build();
});
let isDue = false;
world.addEventListener("change", () => {
  if (isDue || !phones.length) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    if (isVacant()) build();
    else phones.forEach((phone) => phone.draw());
  });
});
world.connect();
