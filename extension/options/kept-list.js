/**
 * What is kept on this device, as a list from which it can be removed.
 */

import { forget, listKept } from "../kept.js";
import { forgetVisits, keptOfVisits } from "../lookups.js";
import { make } from "../summary/nodes.js";
import { words } from "../summary/words.js";

const texts = words.options.kept;

/** Show in `section` what is kept, and return how to show it anew. */
export function showKept(section) {
  const content = make("div", { class: "kept" });
  const said = make("p", { class: "said", role: "status" });
  section.replaceChildren(make("h2", { tabindex: "-1" }, texts.title), content, said);
  const refresh = async () => {
    const [entries, visits] = await Promise.all([listKept(), keptOfVisits()]);
    content.replaceChildren(...drawEntries(entries, removing), ...drawVisits(visits, removing));
  };
  /** The button goes with what it removed, so the focus moves to the heading: it must not be lost. */
  const removing = (remove) => async () => {
    await remove();
    await refresh();
    said.textContent = texts.removed;
    section.querySelector("h2").focus();
  };
  refresh();
  return refresh;
}

function drawEntries(entries, removing) {
  if (!entries.length) return [make("p", { class: "small" }, texts.none)];
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const head = [texts.site, texts.readAt, texts.size].map((name) => make("th", { scope: "col" }, name));
  const all = button(texts.removeAll, removing(() => forget(entries.map(({ url }) => url))));
  return [
    make("p", { class: "small" }, texts.meaning),
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head, make("td"))),
      make("tbody", {}, ...entries.map((entry) => drawEntry(entry, removing))),
    ),
    make("div", { class: "row" }, all, make("span", { class: "small" }, texts.total(entries.length, bytes))),
  ];
}

function drawEntry({ url, title, readAt, bytes }, removing) {
  const remove = button(texts.remove, removing(() => forget([url])));
  remove.setAttribute("aria-label", texts.removeOf(title || url));
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, title || url, make("span", { class: "small" }, url)),
    make("td", {}, texts.on(readAt)),
    make("td", {}, texts.bytes(bytes)),
    make("td", {}, remove),
  );
}

function drawVisits({ answers, sites }, removing) {
  if (!answers && !sites) return [];
  return [
    make("p", { class: "small" }, texts.visits(answers, sites)),
    make("div", { class: "row" }, button(texts.removeVisits, removing(forgetVisits))),
  ];
}

function button(label, act) {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}
