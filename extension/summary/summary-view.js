/**
 * A summary as it is shown: the service's JSON put into the words and the order that a reader sees.
 */

import { kindOf } from "./measured.js";
import { reportOf } from "./report.js";
import { words } from "./words.js";

const LEVELS = ["warning", "caution", "good", "info"];
const SAFE_LINK = /^(https?|mailto):/;
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;

/** Return `href` where it leads to the web or to mail, and pretends no other host by a user before it, else "". */
export function safeLink(href) {
  const url = SAFE_LINK.test(href) && URL.parse(href);
  return url && !url.username && !url.password ? href : "";
}

/**
 * Return what to show of `summary`, as the service sends it. Where it is from, the caller says: in `notice`, `foot`,
 * `others` and `history`.
 *
 * @param {object} summary
 * @param {object} place
 * @param {string} place.site
 * @param {string} place.url of the policy, "" where it is not known
 * @param {string} place.readAt
 * @param {string} [place.address] of the service that keeps the text; "" where it cannot be asked
 * @param {Date} place.now
 */
export function summaryView(summary, { site, url, readAt, address = "", now }) {
  const shown = [
    ...summary.badges.map(findingOf(summary)).filter(Boolean),
    ...summary.findings.filter(({ level }) => level === "info"),
  ].map(withKnownLevel);
  const report = (finding) => reportOf(finding, { summary, url, readAt });
  const groups = LEVELS.map((level) => groupView(level, shown, report)).filter(({ badges }) => badges.length);
  const counts = groups.filter(({ level }) => level !== "info").map(({ level, count }) => ({ level, text: count }));
  return {
    kind: "summary",
    analysis: summary.analysis,
    site,
    url: safeLink(url),
    title: summary.document.title || words.untitled,
    facts: factsView(summary.document, now),
    grade: gradeView(summary),
    counts,
    overview: summary.overview.map(({ text }) => text),
    groups,
    contradictions: summary.contradictions.map(contradictionView),
    actions: summary.actions.filter(({ href }) => safeLink(href)).map(actionView),
    notStated: summary.not_stated.map(silence),
    text: safeLink(address && `${address}/v1/summaries/${encodeURIComponent(summary.id)}/text`),
    notice: null,
    others: [],
    history: "",
    foot: [words.legal],
    announcement: words.ready(counts.map(({ text }) => text)),
  };
}

function factsView({ policy_date: date, words: length, reading_minutes: minutes }, now) {
  return [ageView(Date.parse(date), now), words.length(length), words.saved(minutes)];
}

/** Say when the policy is from, or from when on it holds: some are published before their time. */
function ageView(date, now) {
  if (Number.isNaN(date)) return words.undated;
  if (date > now) return words.from(date);
  const years = Math.floor((now - date) / YEAR_MS);
  return [words.dated(date), years ? words.years(years) : ""].filter(Boolean).join(" ");
}

/** A level that only a newer service knows is worth knowing, at the least. */
const withKnownLevel = (finding) => (LEVELS.includes(finding.level) ? finding : { ...finding, level: "caution" });

/** A badge or a term of the grade names a finding by practice and stance. */
const findingOf =
  ({ findings }) =>
  ({ practice, stance }) =>
    findings.find((finding) => finding.practice === practice && finding.stance === stance);

/** A letter that only a newer service gives says nothing without its scale. */
function gradeView(summary) {
  if (!/^[A-E]$/.test(summary.grade?.letter)) return null;
  const label = (term) => findingOf(summary)(term)?.label ?? silence(term.practice);
  return {
    letter: summary.grade.letter,
    label: words.grade(summary.grade.letter),
    terms: summary.grade.terms.map((term) => ({ label: label(term), points: words.points(term.points) })),
  };
}

/** The findings of one level, in the order given. Those of "info" are no badges, but are shown too. */
function groupView(level, findings, report) {
  const found = findings.filter((finding) => finding.level === level);
  const badges = found.map((finding) => ({ ...badgeView(finding), report: report(finding) }));
  const { title, count } = words.levels[level];
  return { level, title, count: count(badges.length), badges };
}

function badgeView({ practice, stance, level, label, hedged, region, count, evidence }) {
  return {
    kind: kindOf({ practice, stance }),
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
  const { host, pathname } = new URL(href);
  return { kind, label, href, where: host || decoded(pathname), quote: evidence.display };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray "%" stands for itself
  }
}

/** What a practice is called where the policy is silent; an id of a newer service is shown as it is. */
function silence(practice) {
  return Object.hasOwn(words.noStatementOn, practice) ? words.noStatementOn[practice] : practice.replaceAll("-", " ");
}
