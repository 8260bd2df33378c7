/**
 * From a state to what is shown: plain values in, plain values out, no DOM.
 */

import { safeLink, summaryView } from "./summary-view.js";
import { withQuote } from "./text-fragment.js";
import { words } from "./words.js";

/** How each state that is no summary looks (`tone`), and which steps lead out of it, the best first. */
const MESSAGES = {
  working: { tone: "working", steps: [] },
  unknown: { tone: "neutral", steps: ["search", "read-anyway"] },
  "nothing-on-record": { tone: "neutral", steps: ["search", "paste"] },
  searching: { tone: "working", steps: ["read-anyway"] },
  "search-goes-on": { tone: "neutral", steps: ["search-result", "read-anyway"] },
  "search-failed": { tone: "neutral", steps: ["paste", "read-anyway"] },
  "not-a-policy": { tone: "neutral", steps: ["read-anyway"] },
  "own-network": { tone: "neutral", steps: ["read-anyway"] },
  "page-changed": { tone: "neutral", steps: ["read-anyway"] },
  refused: { tone: "neutral", steps: ["open-link", "look-up", "again"] },
  "unreadable-page": { tone: "neutral", steps: ["again", "paste"] },
  "unreadable-page browser": { tone: "neutral", steps: ["read-address", "paste"] },
  "unreadable-page pdf": { tone: "neutral", steps: ["read-address", "paste"] },
  "service-away": { tone: "trouble", steps: ["again", "options"] },
  "service-away store-away": { tone: "trouble", steps: ["again", "read-anyway", "options"] },
  "too-many-requests": { tone: "trouble", steps: ["again"] },
  broken: { tone: "trouble", steps: ["again"] },
};

/** What of the state goes with a step that is taken. Without it the step cannot be taken. */
const TAKEN_ALONG = {
  "read-anyway": ["seen"],
  "read-address": ["url"],
  "open-link": ["url"],
  search: ["domain", "mayRecord"],
  "see-record": ["domain"],
  "search-result": ["domain", "looks"],
};

/** Steps by which something is given away never stand out. */
const SECONDARY = new Set(["read-anyway"]);

/**
 * Return what to show for `state`.
 *
 * @param {import("./states.js").State} state
 * @param {object} place
 * @param {string[]} place.can the steps that can be taken from here
 * @param {Date} place.now
 */
export function view(state, { can, now }) {
  if (state.kind === "summary") return pageView(state, { can, now });
  if (state.kind === "record") return recordView(state, { can, now });
  if (state.kind === "kept") return keptView(state, { can, now });
  return messageView(state, can);
}

function messageView(state, can) {
  const { tone, steps } = MESSAGES[`${state.kind} ${state.why}`] ?? MESSAGES[state.kind];
  const said = sentences(state);
  const title = filled(said.title, state);
  const links = linksView(state, can);
  return {
    kind: "message",
    tone,
    title,
    text: filled(said.text, state),
    links,
    // Where a policy can be read at once, that is the main thing to do.
    steps: named(steps, can, state).map((step) => (links?.sent ? { ...step, isSecondary: true } : step)),
    announcement: title,
  };
}

/** The steps that can be taken, with what goes along. */
const named = (steps, can, state) =>
  steps
    .filter((step) => can.includes(step) && (TAKEN_ALONG[step] ?? []).every((name) => state[name] || state[name] === 0))
    .map((step) => stepView(step, state));

function stepView(step, state) {
  const along = Object.fromEntries((TAKEN_ALONG[step] ?? []).map((name) => [name, state[name]]));
  const label = filled(words.steps[step], state);
  return SECONDARY.has(step) ? { step, ...along, label, isSecondary: true } : { step, ...along, label };
}

/** The policies that the page links to: each can be opened, and some be read by the service at once. */
function linksView({ links = [], address }, can) {
  if (!links.length || !can.includes("open-link")) return null;
  const isSecond = ({ kind }, index) => links.findIndex((other) => other.kind === kind) < index;
  const items = links.map((link, index) => {
    const { kind, text, url, readable } = link;
    const name = isSecond(link, index) ? words.links.named(text) : words.links.kinds[kind];
    const read = { step: "read-address", url: readable, label: words.links.read, about: name };
    // Beside its name the button is short; what it opens is said to those who do not see them side by side.
    const open = { step: "open-link", url, label: words.links.open, about: name, isSecondary: true };
    return { name: text || words.links.kinds[kind], where: placeOf(url), steps: readable ? [read, open] : [open] };
  });
  return { items, sent: links.some(({ readable }) => readable) ? words.links.sent(address) : "" };
}

function placeOf(url) {
  const { host, pathname } = new URL(url);
  return host.replace(/^www\./, "") + (pathname === "/" ? "" : pathname);
}

function sentences({ kind, why }) {
  const said = words.states[kind];
  return "title" in said ? said : said[Object.hasOwn(said, why) ? why : ""];
}

const filled = (sentence, state) => (typeof sentence === "function" ? sentence(state) : sentence);

/** What was read in the tab can be shown there; of what lies elsewhere, the place is linked to. */
function pageView(state, { can, now }) {
  const { from, summary, url, readAt, address } = state;
  const isHere = from === "page" || from === "selection";
  const show = isHere ? (can.includes("show-quote") ? inPage : undefined) : atAddress(url);
  return {
    ...summaryView(summary, { site: siteOf(url), url, readAt, address, now, show }),
    notice: differenceView(state, can),
    history: can.includes("history") ? hostOf(url) : "",
    foot: [words.sources[from](state), ...agreementView(summary), words.legal],
  };
}

const inPage = ({ quote, start }, length) => ({
  step: "show-quote",
  quote,
  part: start / length,
  label: words.showInPage,
});

const atAddress = (url) => (safeLink(url) ? ({ quote }) => ({ href: withQuote(url, quote), label: words.showThere }) : undefined);

/** What was read may say something else than what is on record for its site: to others, or at another time. */
function differenceView({ summary }, can) {
  if (summary.record?.state !== "differs") return null;
  const { domain, read_at: readAt } = summary.record;
  return { text: words.differs(domain, readAt), link: "", steps: named(["see-record"], can, { domain }) };
}

const agreementView = ({ record }) => (record?.state === "same" ? [words.sources.same(record.domain)] : []);

/** What is on record may be another page than the one in the tab: it says so, and offers to read that one. */
function recordView(state, { can, now }) {
  const { domain, documents, shown, address } = state;
  const text = `${words.sources.record(domain)} ${provenanceOf(documents[shown])}`;
  return {
    ...documentView(documents[shown], { site: domain, address, now }),
    history: can.includes("history") ? domain : "",
    notice: { text, link: safeLink(documents[shown].url), steps: named(["read-anyway"], can, state) },
    others: otherDocuments(state),
    links: linksView(state, can),
  };
}

/** What was read before and is shown because the service is away: it says both, and what can be done all the same. */
function keptView(state, { can, now }) {
  const { documents, shown, away } = state;
  const { url, read_at: readAt } = documents[shown];
  const text = words.kept(filled(sentences(away).title, away), readAt);
  return {
    ...documentView(documents[shown], { site: siteOf(url), address: "", now }),
    notice: { text, link: safeLink(url), steps: named(["again", "read-anyway", "options"], can, away) },
    others: otherDocuments(state),
    links: linksView(away, can),
  };
}

const documentView = ({ url, read_at: readAt, summary }, place) =>
  summaryView(summary, { ...place, url, readAt, show: atAddress(url) });

const otherDocuments = ({ documents, shown }) =>
  documents
    .map(({ url, summary }, index) => ({ step: "show-document", index, label: summary.document.title || url }))
    .filter(({ index }) => index !== shown);

/** How it came on record; what only a newer service knows is given in its words. */
function provenanceOf({ provenance: { how, detail }, read_at }) {
  if (Object.hasOwn(words.provenance, how)) return words.provenance[how](read_at);
  return words.provenanceUnknown(detail, read_at);
}

const hostOf = (url) => URL.parse(url)?.hostname ?? "";

function siteOf(url) {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : "";
}
