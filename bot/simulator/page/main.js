// The stage: two phones side by side, or one at a time where there is little room.

import { h, icon } from "./dom.js";
import { Phone } from "./phone.js";
import { choose, language, load, say } from "./words.js";
import { World } from "./world.js";

const NAMES = ["left", "right"];
const world = new World();
let phones = [];

/** Remembers who holds which phone, and what is open on it. */
const remember = (name) => (phone) => localStorage.setItem(`phone/${name}`, JSON.stringify({ person: phone.person, chat: phone.chat }));

/** Returns what a phone showed last, or what suits a new one: the left one the first person's, the right one a group. */
function remembered(name, index) {
  const kept = JSON.parse(localStorage.getItem(`phone/${name}`) ?? "null");
  if (kept && world.person(kept.person)) return kept;
  const people = world.people.map((one) => one.id);
  const person = people[index] ?? people[0] ?? null;
  if (person === null) return { person, chat: null };
  const groups = world.chatsOf(person).filter((id) => id < 0);
  return { person, chat: index && groups.length ? groups[0] : person };
}

function show(name) {
  document.body.dataset.phone = name;
  document.querySelectorAll(".switch button").forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.name === name)));
}

function bar() {
  const themes = { light: "dark", dark: "light" };
  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const theme = h("button", { type: "button", class: "tool", "aria-label": say("theme"), title: say("theme"), "data-testid": "theme" });
  const drawTheme = () => theme.replaceChildren(icon(isDark() ? "sun" : "moon"));
  theme.addEventListener("click", () => {
    const next = themes[isDark() ? "dark" : "light"];
    document.documentElement.dataset.theme = next;
    localStorage.setItem("theme", next);
    drawTheme();
  });
  drawTheme();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTheme);
  const languages = h("select", { "aria-label": say("language"), "data-testid": "language" }, Object.entries({ en: "English", fr: "Français", zh: "中文" }).map(([code, label]) => h("option", { value: code, selected: code === language }, label)));
  languages.addEventListener("change", async () => {
    await choose(languages.value);
    build();
  });
  const switches = h("div", { class: "switch" }, NAMES.map((name, index) => h("button", { type: "button", "data-name": name, "aria-pressed": "false", "data-testid": `show-${name}`, onclick: () => show(name) }, String(index + 1))));
  return h("header", { class: "bar" }, h("img", { src: "mark.svg", alt: "" }), h("h1", {}, world.name(world.bot)), h("p", {}, say("tagline")), switches, languages, theme);
}

function build() {
  phones = NAMES.map((name, index) => new Phone(world, name, remembered(name, index), remember(name)));
  const lost = h("p", { class: "lost", role: "status", hidden: true }, say("lost"));
  document.body.replaceChildren(bar(), h("main", { class: "stage" }, phones.map((phone) => phone.element)), lost);
  show(document.body.dataset.phone ?? NAMES[0]);
}

const chosenTheme = localStorage.getItem("theme");
if (chosenTheme) document.documentElement.dataset.theme = chosenTheme;
await load();
world.addEventListener("found", () => {
  if (!phones.length || phones.some((phone) => !world.person(phone.person))) build();
  document.querySelector(".lost").hidden = true;
});
world.addEventListener("lost", () => document.querySelector(".lost")?.removeAttribute("hidden"));
let isDue = false;
world.addEventListener("change", () => {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    if (phones.some((phone) => phone.person === null) && world.people.length) build();
    phones.forEach((phone) => phone.draw());
  });
});
world.connect();
