/**
 * A summary as nodes: head, overview, badges with their quotes, and the rest.
 */

import { icon, linkList, make, outLink, stepButton, title } from "./nodes.js";
import { words } from "./words.js";

/** The policy's own words, which are English as all policies that are read: a screen reader must be told. */
const THEIRS = { lang: "en" };

/** Return the nodes of a summary, the most telling first. */
export function drawSummary(view, take) {
  return [
    drawHead(view),
    view.notice ? drawNotice(view.notice, take) : null,
    drawOverview(view),
    ...view.groups.filter(({ level }) => level !== "info").map((group) => drawGroup(group, take)),
    drawList(
      "contradictions",
      words.contradictions,
      view.contradictions.map((each) => drawContradiction(each, take)),
    ),
    drawList("actions", words.actions, view.actions.map(drawAction)),
    drawNotStated(view.notStated),
    view.grade ? drawTerms(view.grade) : null,
    ...view.groups.filter(({ level }) => level === "info").map((group) => drawMore(group, take)),
    drawOthers(view.others, take),
    drawLinks(view.links, take),
    make("footer", { class: "small" }, ...view.foot.map((line) => make("p", {}, line))),
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

function drawGroup({ level, title: name, badges }, take) {
  const drawn = badges.map((badge) => drawBadge(badge, take));
  return make("section", { class: `group ${level}` }, make("h2", {}, name), ...drawn);
}

function drawBadge({ level, levelName, label, notes, count, countName, quotes, more }, take) {
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
    ...quotes.map((quote) => drawQuote(quote, take)),
    more ? make("p", { class: "note" }, more) : null,
  );
}

function drawQuote({ words: said, leadIn, heading, place, show }, take) {
  return make(
    "figure",
    { class: "quote" },
    heading || place
      ? make("figcaption", {}, make("span", {}, heading), place ? make("span", { class: "place" }, place) : null)
      : null,
    make(
      "blockquote",
      {},
      leadIn ? make("span", { class: "lead-in", ...THEIRS }, `${leadIn} `) : null,
      make("q", THEIRS, said),
    ),
    show ? drawShow(show, take) : null,
  );
}

/** The way to the place of a quote. What came of it is said beside the button, which stays. */
function drawShow({ label, href, ...step }, take) {
  if (href) return make("p", { class: "show" }, outLink(href, label));
  const said = make("span", { class: "said", role: "status" });
  const button = stepButton({ ...step, label, isSecondary: true }, async (chosen) => {
    said.textContent = "";
    said.textContent = await take(chosen);
  });
  return make("p", { class: "show" }, button, said);
}

function drawList(name, heading, items) {
  if (!items.length) return null;
  return make("section", { class: name }, make("h2", {}, heading), make("ul", {}, ...items));
}

function drawContradiction({ text, quotes }, take) {
  const summary = make("summary", {}, icon("contradiction"), make("span", { class: "label" }, text));
  const drawn = quotes.map((quote) => drawQuote(quote, take));
  return make("li", {}, make("details", { class: "badge caution" }, summary, ...drawn));
}

function drawAction({ kind, label, href, where, quote }) {
  const link = make("p", {}, outLink(href, label), make("span", { class: "where" }, ` ${where}`));
  return make("li", {}, icon(kind), make("div", {}, link, make("p", { class: "small", ...THEIRS }, quote)));
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

function drawMore({ title: name, count, badges }, take) {
  return make(
    "details",
    { class: "more" },
    make("summary", {}, make("h2", {}, name), make("span", { class: "count" }, count)),
    ...badges.map((badge) => drawBadge(badge, take)),
  );
}

function drawNotice({ text, link, steps }, take) {
  return make(
    "div",
    { class: "notice" },
    make("p", {}, `${text} `, link ? outLink(link, words.fullText) : null),
    ...steps.map((step) => stepButton(step, take)),
  );
}

function drawOthers(others, take) {
  const items = others.map((other) => make("li", {}, stepButton(other, take)));
  return drawList("others", words.otherDocuments, items);
}

function drawLinks(links, take) {
  if (!links) return null;
  return make("section", { class: "page-links" }, make("h2", {}, words.links.title), ...linkList(links, take));
}
