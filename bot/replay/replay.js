"use strict";
// Filters and a search over what the page shows anyway: without this script all of it can be read.
const chips = [...document.querySelectorAll("[data-filter]")];
const field = document.getElementById("seek");
const items = [...document.querySelectorAll("[data-tags]")].map((element) => ({
  element, tags: element.dataset.tags.split(" "), words: element.textContent.toLowerCase(),
}));
const groups = [...document.querySelectorAll(".group")].reverse();
let filter = "";

function show() {
  const sought = field.value.trim().toLowerCase();
  let count = 0;
  for (const { element, tags, words } of items) {
    const fits = (!filter || tags.includes(filter)) && words.includes(sought);
    element.hidden = !fits;
    count += fits;
  }
  for (const group of groups) group.hidden = !group.querySelector("[data-tags]:not([hidden])");
  for (const chip of chips) chip.setAttribute("aria-pressed", String(chip.dataset.filter === filter));
  document.getElementById("none").hidden = count > 0;
}

for (const chip of chips) chip.addEventListener("click", () => { filter = chip.dataset.filter; show(); });
field.addEventListener("input", show);

// A link to an act leads there also while a filter hides it.
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && target.closest("[hidden]")) { filter = ""; field.value = ""; show(); target.scrollIntoView(); }
});
addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });

document.querySelector(".filters").hidden = false;
show();
