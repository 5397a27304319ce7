// The page's own words in the reader's language, and dates and sizes as that language writes them.

export const LANGUAGES = { en: "English", fr: "Français", zh: "中文" };
let words = {};
export let language = "en";

/** Loads the words of the chosen language, or of the browser's. */
export async function load(chosen = localStorage.getItem("language")) {
  const wished = [chosen, ...navigator.languages.map((one) => one.slice(0, 2))];
  language = wished.find((one) => one && Object.hasOwn(LANGUAGES, one)) ?? "en";
  words = await (await fetch(`words/${language}.json`)).json();
  document.documentElement.lang = language;
}

/** Remembers a language and loads its words. */
export async function choose(one) {
  localStorage.setItem("language", one);
  await load(one);
}

/** Returns the words for a key, with `{blanks}` filled. */
export function say(key, blanks = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => blanks[name] ?? "");
}

/** Returns "1 member" or "3 members" as the language counts. */
export function count(key, number) {
  const form = new Intl.PluralRules(language).select(number);
  return say(words[`${key}.${form}`] ? `${key}.${form}` : `${key}.other`, { number });
}

const moment = (seconds, options) => new Intl.DateTimeFormat(language, options).format(new Date(seconds * 1000));

export const time = (seconds) => moment(seconds, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Returns the day as a separator between messages says it. */
export function day(seconds) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(seconds * 1000).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0 || days === 1) {
    const text = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  return moment(seconds, { day: "numeric", month: "long" });
}

/** Returns seconds as a player shows them, 1:05. */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** Returns a file's size in the unit that suits it. */
export function size(bytes) {
  const unit = bytes < 1024 ** 2 ? "kilobyte" : "megabyte";
  const value = bytes / (unit === "kilobyte" ? 1024 : 1024 ** 2);
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(value);
}
