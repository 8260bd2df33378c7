/**
 * A summary as it is shown: the service's JSON put into the words and the order that a reader sees.
 */

import { kindOf } from "./measured.js";
import { actionLabel, contradictionText, label, overviewText, regionNames, silence } from "./practice-words.js";
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
 * `others`, `links` and `history`.
 *
 * @param {object} summary
 * @param {object} place
 * @param {string} place.site
 * @param {string} place.url of the policy, "" where it is not known
 * @param {string} place.readAt
 * @param {string} [place.address] of the service that keeps the text; "" where it cannot be asked
 * @param {Date} place.now
 * @param {(evidence: object, length: number) => object | null} [place.show] how a quote is shown where it stands; the
 *   length is that of the policy, as far as it can be told
 */
export function summaryView(summary, { site, url, readAt, address = "", now, show = () => null }) {
  const length = Math.max(1, ...(summary.outline ?? []).map(({ end }) => end));
  const quote = (evidence, place) => quoteView(evidence, place, show(evidence, length));
  const shown = [
    ...summary.badges.map(findingOf(summary)).filter(Boolean),
    ...summary.findings.filter(({ level }) => level === "info"),
  ].map(withKnownLevel);
  const report = (finding) => reportOf(finding, { summary, url, readAt });
  const groups = LEVELS.map((level) => groupView(level, shown, { quote, report })).filter(({ badges }) => badges.length);
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
    overview: summary.overview.map(overviewText),
    groups,
    contradictions: summary.contradictions.map((each) => contradictionView(each, quote)),
    actions: summary.actions.filter(({ href }) => safeLink(href)).map(actionView),
    notStated: summary.not_stated.map(silence),
    text: safeLink(address && `${address}/v1/summaries/${encodeURIComponent(summary.id)}/text`),
    notice: null,
    others: [],
    links: null,
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

/** A level that only a newer service knows is a caution, at the least. */
const withKnownLevel = (finding) => (LEVELS.includes(finding.level) ? finding : { ...finding, level: "caution" });

/** A badge or a term of the grade names a finding by practice and stance. */
const findingOf =
  ({ findings }) =>
  ({ practice, stance }) =>
    findings.find((finding) => finding.practice === practice && finding.stance === stance);

/** A letter that only a newer service gives says nothing without its scale. */
function gradeView(summary) {
  if (!/^[A-E]$/.test(summary.grade?.letter)) return null;
  const named = (finding, { practice }) => (finding ? label(finding) : silence(practice));
  return {
    letter: summary.grade.letter,
    label: words.grade(summary.grade.letter),
    terms: summary.grade.terms.map((term) => ({
      label: named(findingOf(summary)(term), term),
      points: words.points(term.points),
    })),
  };
}

/** The findings of one level, in the order given. Those of "info" are no badges, but are shown too. */
function groupView(level, findings, means) {
  const badges = findings.filter((finding) => finding.level === level).map((finding) => badgeView(finding, means));
  const { title, count } = words.levels[level];
  return { level, title, count: count(badges.length), badges };
}

function badgeView(finding, { quote, report }) {
  const { level, hedged, region, count, evidence } = finding;
  return {
    kind: kindOf(finding),
    level,
    levelName: words.levels[level].one,
    label: label(finding),
    notes: [hedged && words.hedged, region && words.region(regionNames(region))].filter(Boolean),
    count,
    countName: words.quotes(count),
    quotes: evidence.map((each, index) => quote(each, words.place(index + 1, count))),
    more: count > evidence.length ? words.more(count - evidence.length) : "",
    report: () => report(finding), // long, and read by few
  };
}

function quoteView({ display, heading, lead_in: leadIn }, place, show) {
  return { words: display, leadIn: leadIn || "", heading: heading ? words.under(heading) : "", place, show };
}

function contradictionView(contradiction, quote) {
  return {
    text: contradictionText(contradiction),
    quotes: contradiction.evidence.map((each) => quote(each, "")),
  };
}

function actionView(action) {
  const { kind, href, evidence } = action;
  const { host, pathname } = new URL(href);
  return { kind, label: actionLabel(action), href, where: host || decoded(pathname), quote: evidence.display };
}

/** What cannot be seen stays encoded: it could show another address than the one that is written to. */
function decoded(text) {
  try {
    const shown = decodeURIComponent(text);
    return /\p{C}/u.test(shown) ? text : shown;
  } catch {
    return text; // a stray "%" stands for itself
  }
}
