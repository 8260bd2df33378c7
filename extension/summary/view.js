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
  if (state.kind === "summary") return pageView(state, now);
  if (state.kind === "record") return recordView(state, { can, now });
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

function pageView({ from, summary, url }, now) {
  return { ...summaryView(summary, siteOf(url), now), foot: [words.sources[from], words.legal] };
}

/** What is on record may be another page than the one in the tab: it says so, and offers to read that one. */
function recordView(state, { can, now }) {
  const { domain, documents, shown } = state;
  const { url, summary } = documents[shown];
  const text = `${words.sources.record(domain)} ${provenanceOf(documents[shown])}`;
  const others = documents
    .map((document, index) => ({
      step: "show-document",
      index,
      label: document.summary.document.title || document.url,
    }))
    .filter(({ index }) => index !== shown);
  const notice = { text, link: safeLink(url), steps: named(["read-anyway"], can, state) };
  return { ...summaryView(summary, domain, now), notice, others };
}

/** How it came on record; what only a newer service knows is given in its words. */
function provenanceOf({ provenance: { how, detail }, read_at }) {
  if (Object.hasOwn(words.provenance, how)) return words.provenance[how](read_at);
  return words.provenanceUnknown(detail, read_at);
}

function siteOf(url) {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : "";
}
