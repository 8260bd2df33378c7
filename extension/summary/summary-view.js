/**
 * A summary as it is shown: the service's JSON put into the words and the order that a reader sees.
 */

import { words } from "./words.js";

const LEVELS = ["warning", "caution", "good", "info"];
const SAFE_LINK = /^(https?|mailto):/;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;

/** Return `href` where it leads to the web or to mail, else "". */
export const safeLink = (href) => (SAFE_LINK.test(href) ? href : "");

/**
 * Return what to show of `summary`, as the service sends it. Where it is from, the caller says: in `notice`, `foot` and
 * `others`.
 */
export function summaryView(summary, site, now) {
  const shown = [
    ...summary.badges.map(findingOf(summary)),
    ...summary.findings.filter(({ level }) => level === "info"),
  ];
  const groups = LEVELS.map((level) => groupView(level, shown)).filter(({ badges }) => badges.length);
  const counts = groups.filter(({ level }) => level !== "info").map(({ level, count }) => ({ level, text: count }));
  return {
    kind: "summary",
    site,
    title: summary.document.title || words.untitled,
    facts: factsView(summary.document, now),
    grade: summary.grade && gradeView(summary),
    counts,
    overview: summary.overview.map(({ text }) => text),
    groups,
    contradictions: summary.contradictions.map(contradictionView),
    actions: summary.actions.filter(({ href }) => safeLink(href)).map(actionView),
    notStated: summary.not_stated.map(silence),
    notice: null,
    others: [],
    foot: [words.legal],
    announcement: words.ready(counts.map(({ text }) => text)),
  };
}

function factsView({ policy_date: date, words: length, reading_minutes: minutes }, now) {
  const years = date ? Math.floor((now - new Date(date)) / YEAR_MS) : 0;
  const dated = date ? [words.dated(date), years ? words.years(years) : ""].filter(Boolean).join(" ") : words.undated;
  return [dated, words.length(length), words.saved(minutes)];
}

/** A badge or a term of the grade names a finding by practice and stance. */
const findingOf =
  ({ findings }) =>
  ({ practice, stance }) =>
    findings.find((finding) => finding.practice === practice && finding.stance === stance);

function gradeView(summary) {
  const label = (term) => findingOf(summary)(term).label;
  return {
    letter: summary.grade.letter,
    label: words.grade(summary.grade.letter),
    terms: summary.grade.terms.map((term) => ({ label: label(term), points: words.points(term.points) })),
  };
}

/** The findings of one level, in the order given. Those of "info" are no badges, but are shown too. */
function groupView(level, findings) {
  const badges = findings.filter((finding) => finding.level === level).map(badgeView);
  const { title, count } = words.levels[level];
  return { level, title, count: count(badges.length), badges };
}

function badgeView({ level, label, hedged, region, count, evidence }) {
  return {
    level,
    levelName: words.levels[level].one,
    label,
    notes: [hedged && words.hedged, region && words.region(region)].filter(Boolean),
    count,
    countName: words.quotes(count),
    quotes: evidence.map((each, index) => quoteView(each, words.place(index + 1, count))),
    more: count > evidence.length ? words.more(count - evidence.length) : "",
  };
}

function quoteView({ display, heading, lead_in: leadIn }, place) {
  return { words: display, leadIn: leadIn || "", heading: heading ? words.under(heading) : "", place };
}

function contradictionView({ text, evidence }) {
  return { text, quotes: evidence.map((each) => quoteView(each, "")) };
}

function actionView({ kind, label, href, evidence }) {
  return { kind, label, href, quote: evidence.display };
}

/** What a practice is called where the policy is silent; an id of a newer service is shown as it is. */
function silence(practice) {
  return words.noStatementOn[practice] ?? practice.replaceAll("-", " ");
}
