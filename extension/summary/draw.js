/**
 * From what is to be shown to nodes. Quotes are a stranger's words: all text goes in as text, never as markup.
 */

import { ICONS } from "./icons.js";
import { words } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** Return an element; `attributes` are set as they are, and `children` are nodes or text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Show `view` in `root`, and say it in `status`, a live region. `take(step)` is called when the reader chooses a step.
 * A reader whose focus was on what is replaced finds it on the new title.
 */
export function draw(view, { root, status, take }) {
  const hadFocus = root.contains(document.activeElement);
  root.setAttribute("aria-busy", String(view.tone === "working"));
  root.replaceChildren(...(view.kind === "summary" ? drawSummary(view, take) : drawMessage(view, take)));
  root.scrollTop = 0;
  status.textContent = view.announcement;
  if (hadFocus) root.querySelector("h1").focus();
}

function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon ${className}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.info);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

const title = (text) => make("h1", { tabindex: "-1" }, text);

function stepButton({ label, ...step }, take, className) {
  const button = make("button", { type: "button", class: className }, label);
  button.addEventListener("click", () => take(step));
  return button;
}

function outLink(href, ...children) {
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function drawMessage({ tone, title: said, text, steps }, take) {
  const buttons = steps.map((step, index) => stepButton(step, take, index ? "quiet" : "main"));
  return [
    make(
      "section",
      { class: `message ${tone}` },
      icon(tone, "large"),
      title(said),
      make("p", {}, text),
      buttons.length ? make("div", { class: "steps" }, ...buttons) : null,
    ),
  ];
}

function drawSummary(view, take) {
  return [
    drawHead(view),
    drawSource(view.source, take),
    drawOverview(view),
    ...view.groups.filter(({ level }) => level !== "info").map(drawGroup),
    drawList("contradictions", words.contradictions, view.contradictions.map(drawContradiction)),
    drawList("actions", words.actions, view.actions.map(drawAction)),
    drawNotStated(view.notStated),
    view.grade ? drawTerms(view.grade) : null,
    ...view.groups.filter(({ level }) => level === "info").map(drawMore),
    drawOthers(view.others, take),
    make("footer", { class: "small" }, words.legal),
  ].filter(Boolean);
}

function drawHead({ site, title: said, facts, grade, counts }) {
  return make(
    "header",
    { class: "head" },
    make(
      "div",
      { class: "names" },
      site ? make("p", { class: "site" }, site) : null,
      title(said),
      make("ul", { class: "facts" }, ...facts.map((fact) => make("li", {}, fact))),
    ),
    grade ? drawGrade(grade) : null,
    make(
      "ul",
      { class: "counts" },
      ...counts.map(({ level, text }) => make("li", { class: level }, icon(level), text)),
    ),
  );
}

function drawGrade({ letter, label }) {
  return make("p", { class: `grade grade-${letter.toLowerCase()}`, "aria-label": label, role: "img" }, letter);
}

function drawTerms({ terms }) {
  return make(
    "details",
    { class: "more" },
    make("summary", {}, make("h2", {}, words.gradeTerms)),
    make("ul", { class: "terms" }, ...terms.map(({ label, points }) => make("li", {}, make("b", {}, points), label))),
  );
}

function drawOverview({ overview, counts }) {
  const lines = overview.map((line) => make("li", {}, line));
  return make(
    "section",
    { class: "overview" },
    make("h2", {}, words.overview),
    make("ul", {}, ...lines),
    counts.length ? null : make("p", {}, words.noBadges),
  );
}

function drawGroup({ level, title: name, badges }) {
  return make("section", { class: `group ${level}` }, make("h2", {}, name), ...badges.map(drawBadge));
}

function drawBadge({ level, levelName, label, notes, count, countName, quotes, more }) {
  return make(
    "details",
    { class: `badge ${level}` },
    make(
      "summary",
      {},
      icon(level),
      make("span", { class: "label" }, make("span", { class: "unseen" }, `${levelName}: `), label),
      make("span", { class: "count" }, icon("quote"), String(count), make("span", { class: "unseen" }, countName)),
    ),
    ...notes.map((note) => make("p", { class: "note" }, note)),
    ...quotes.map(drawQuote),
    more ? make("p", { class: "note" }, more) : null,
  );
}

function drawQuote({ words: said, leadIn, heading, place }) {
  return make(
    "figure",
    { class: "quote" },
    heading || place
      ? make("figcaption", {}, make("span", {}, heading), place ? make("span", { class: "place" }, place) : null)
      : null,
    make("blockquote", {}, leadIn ? make("span", { class: "lead-in" }, `${leadIn} `) : null, make("q", {}, said)),
  );
}

function drawList(name, heading, items) {
  if (!items.length) return null;
  return make("section", { class: name }, make("h2", {}, heading), make("ul", {}, ...items));
}

function drawContradiction({ text, quotes }) {
  const summary = make("summary", {}, icon("contradiction"), make("span", { class: "label" }, text));
  return make("li", {}, make("details", { class: "badge caution" }, summary, ...quotes.map(drawQuote)));
}

function drawAction({ kind, label, href, quote }) {
  return make("li", {}, icon(kind), make("div", {}, outLink(href, label), make("p", { class: "small" }, quote)));
}

function drawNotStated(items) {
  if (!items.length) return null;
  return make(
    "section",
    { class: "not-stated" },
    make("h2", {}, words.notStated),
    make("ul", {}, ...items.map((item) => make("li", {}, icon("silence"), item))),
    make("p", { class: "small" }, words.notStatedMeaning),
  );
}

function drawMore({ title: name, count, badges }) {
  return make(
    "details",
    { class: "more" },
    make("summary", {}, make("h2", {}, name), make("span", { class: "count" }, count)),
    ...badges.map(drawBadge),
  );
}

/** Where the summary is from: at the top, since it may not be from the page in the tab. */
function drawSource({ text, link, steps }, take) {
  return make(
    "div",
    { class: "source" },
    make("p", {}, `${text} `, link ? outLink(link, words.fullText) : null),
    ...steps.map((step) => stepButton(step, take, "quiet")),
  );
}

function drawOthers(others, take) {
  const items = others.map((other) => make("li", {}, stepButton(other, take, "quiet")));
  return drawList("others", words.otherDocuments, items);
}
