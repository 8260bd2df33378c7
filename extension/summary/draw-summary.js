/**
 * A summary as nodes: head, overview, badges with their quotes, and the rest.
 */

import { copyButton, drawReport } from "./draw-report.js";
import { drawHistory } from "./draw-history.js";
import { markdownOf } from "./markdown.js";
import { icon, linkList, make, outLink, stepButton, THEIRS, title, whenOpened } from "./nodes.js";
import { words } from "./words.js";

/** Return the nodes of a summary, the most telling first. `means` is what draw() was given. */
export function drawSummary(view, means) {
  const { take, load } = means;
  const drawOne = (badge) => drawBadge(badge, view, means);
  const drawGroup = ({ level, title: name, badges }) =>
    make("section", { class: `group ${level}` }, make("h2", {}, name), ...badges.map(drawOne));
  const drawMore = ({ title: name, count, badges }) =>
    make(
      "details",
      { class: "more" },
      make("summary", {}, make("h2", {}, name), make("span", { class: "count" }, count)),
      ...badges.map(drawOne),
    );
  return [
    drawHead(view),
    view.notice ? drawNotice(view.notice, take) : null,
    drawOverview(view),
    ...view.groups.filter(({ level }) => level !== "info").map(drawGroup),
    drawList(
      "contradictions",
      words.contradictions,
      view.contradictions.map((each) => drawContradiction(each, take)),
    ),
    drawList("actions", words.actions, view.actions.map(drawAction)),
    drawNotStated(view.notStated),
    view.grade ? drawTerms(view.grade) : null,
    ...view.groups.filter(({ level }) => level === "info").map(drawMore),
    view.history ? drawHistory(view.history, load.history) : null,
    drawOthers(view.others, take),
    drawLinks(view.links, take),
    drawTools(view, means),
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

function drawBadge(badge, { analysis }, { take, status, load }) {
  const { kind, level, levelName, label, notes, count, countName, quotes, more, report } = badge;
  const measured = make("p", { class: "note measured" }, words.measured.asking);
  const details = make(
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
    measured,
    drawReport(report, status),
  );
  const ask = async () => {
    const kinds = await load.measured(analysis);
    if (!Object.hasOwn(kinds, kind)) return words.measured.unknown;
    return words.measured.known(kinds[kind].right, kinds[kind].judged);
  };
  whenOpened(details, async () => (measured.textContent = await ask()), () => (measured.textContent = words.measured.failed));
  return details;
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

function drawTools(view, { status, open }) {
  const text = view.text ? outLink(view.text, words.text) : null;
  if (open) {
    text?.addEventListener("click", (event) => {
      event.preventDefault();
      open(view.text);
    });
  }
  return make(
    "div",
    { class: "tools" },
    copyButton(words.copy.markdown, () => markdownOf(view), status),
    text,
  );
}
