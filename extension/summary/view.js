/**
 * From a state to what is shown: plain values in, plain values out, no DOM.
 */

import { safeLink, summaryView } from "./summary-view.js";
import { words } from "./words.js";

/** How each state that is no summary looks (`tone`), and which steps lead out of it, the best first. */
const MESSAGES = {
  working: { tone: "working", steps: [] },
  unknown: { tone: "neutral", steps: ["read-anyway"] },
  "nothing-on-record": { tone: "neutral", steps: ["paste"] },
  "not-a-policy": { tone: "neutral", steps: ["read-anyway"] },
  "own-network": { tone: "neutral", steps: ["read-anyway"] },
  "page-changed": { tone: "neutral", steps: ["read-anyway"] },
  refused: { tone: "neutral", steps: ["look-up", "again"] },
  "unreadable-page": { tone: "neutral", steps: ["again", "paste"] },
  "unreadable-page browser": { tone: "neutral", steps: ["paste"] },
  "unreadable-page pdf": { tone: "neutral", steps: ["paste"] },
  "service-away": { tone: "trouble", steps: ["again", "options"] },
  "service-away store-away": { tone: "trouble", steps: ["again", "read-anyway", "options"] },
  "too-many-requests": { tone: "trouble", steps: ["again"] },
  broken: { tone: "trouble", steps: ["again"] },
};

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
  return {
    kind: "message",
    tone,
    title,
    text: filled(said.text, state),
    steps: named(steps, can, state),
    announcement: title,
  };
}

/** The steps that can be taken. A page can be sent only where it is known which one the reader was asked about. */
const named = (steps, can, state) =>
  steps
    .filter((step) => can.includes(step) && (step !== "read-anyway" || state.seen))
    .map((step) => stepView(step, state));

function stepView(step, state) {
  const label = filled(words.steps[step], state);
  return step === "read-anyway" ? { step, seen: state.seen, label, isSecondary: true } : { step, label };
}

function sentences({ kind, why }) {
  const said = words.states[kind];
  return "title" in said ? said : said[Object.hasOwn(said, why) ? why : ""];
}

const filled = (sentence, state) => (typeof sentence === "function" ? sentence(state) : sentence);

function pageView({ from, summary, url, readAt, address }, { can, now }) {
  const shown = summaryView(summary, { site: siteOf(url), url, readAt, address, now });
  return { ...shown, history: can.includes("history") ? hostOf(url) : "", foot: [words.sources[from](readAt), words.legal] };
}

/** What is on record may be another page than the one in the tab: it says so, and offers to read that one. */
function recordView(state, { can, now }) {
  const { domain, documents, shown, address } = state;
  const text = `${words.sources.record(domain)} ${provenanceOf(documents[shown])}`;
  return {
    ...documentView(documents[shown], { site: domain, address, now }),
    history: can.includes("history") ? domain : "",
    notice: { text, link: safeLink(documents[shown].url), steps: named(["read-anyway"], can, state) },
    others: otherDocuments(state),
  };
}

/** What was read before and is shown because the service is away: it says both, and offers to try again. */
function keptView(state, { can, now }) {
  const { documents, shown, away } = state;
  const { url, read_at: readAt } = documents[shown];
  const text = words.kept(filled(sentences(away).title, away), readAt);
  return {
    ...documentView(documents[shown], { site: siteOf(url), address: "", now }),
    notice: { text, link: safeLink(url), steps: named(["again", "options"], can, state) },
    others: otherDocuments(state),
  };
}

const documentView = ({ url, read_at: readAt, summary }, place) => summaryView(summary, { ...place, url, readAt });

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
