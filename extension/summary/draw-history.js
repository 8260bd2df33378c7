/**
 * What changed, as nodes: asked for when the reader opens it.
 */

import { historyView } from "./history-view.js";
import { icon, make, THEIRS, whenOpened } from "./nodes.js";
import { words } from "./words.js";

/** Return the section of what changed at `domain`, which `ask` is asked for. */
export function drawHistory(domain, ask) {
  const content = make("div", { class: "changes", role: "status" }, make("p", { class: "small" }, words.history.asking));
  const details = make(
    "details",
    { class: "more history" },
    make("summary", {}, make("h2", {}, words.history.title)),
    content,
  );
  const say = (text) => content.replaceChildren(make("p", { class: "small" }, text));
  const show = async () => {
    const history = await ask(domain);
    if (!history) return say(words.history.unknown(domain));
    const changes = historyView(history);
    if (!changes.length) return say(words.history.none);
    content.replaceChildren(make("ul", {}, ...changes.map(drawChange)));
  };
  whenOpened(details, show, () => say(words.history.failed));
  return details;
}

function drawChange({ day, level, lines }) {
  return make(
    "li",
    { class: level },
    icon(level),
    make("div", {}, make("p", { class: "small" }, day), ...lines.map(drawLine)),
  );
}

function drawLine({ name, label, quote }) {
  return make(
    "div",
    {},
    make("p", {}, `${name} `, make("b", {}, label)),
    quote ? make("blockquote", {}, make("q", THEIRS, quote)) : null,
  );
}
