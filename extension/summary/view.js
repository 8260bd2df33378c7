/**
 * From a state to what is shown: plain values in, plain values out, no DOM.
 */

import { safeLink, summaryView } from "./summary-view.js";
import { words } from "./words.js";

/** How each state that is no summary looks (`tone`), and which steps lead out of it, the best first. */
const MESSAGES = {
  working: { tone: "working", steps: [] },
  unknown: { tone: "neutral", steps: ["read-anyway"] },
  "not-a-policy": { tone: "neutral", steps: ["read-anyway"] },
  refused: { tone: "neutral", steps: ["look-up", "again"] },
  "unreadable-page": { tone: "neutral", steps: ["paste", "again"] },
  "service-away": { tone: "trouble", steps: ["again", "options"] },
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
  const { tone, steps } = MESSAGES[state.kind];
  const said = sentences(state);
  const title = filled(said.title, state);
  return {
    kind: "message",
    tone,
    title,
    text: filled(said.text, state),
    steps: named(steps, can),
    announcement: title,
  };
}

const named = (steps, can) =>
  steps.filter((step) => can.includes(step)).map((step) => ({ step, label: words.steps[step] }));

function sentences({ kind, why }) {
  const said = words.states[kind];
  return why === undefined ? said : (said[why] ?? said[""]);
}

const filled = (sentence, state) => (typeof sentence === "function" ? sentence(state) : sentence);

function pageView({ from, summary, url }, now) {
  return { ...summaryView(summary, siteOf(url), now), foot: [words.sources[from], words.legal] };
}

/** What is on record may be another page than the one in the tab: it says so, and offers to read that one. */
function recordView({ domain, documents, shown }, { can, now }) {
  const { url, read_at, provenance, summary } = documents[shown];
  const text = `${words.sources.record(domain, read_at)} ${words.provenance[provenance.how] ?? provenance.detail}`;
  const others = documents
    .map((document, index) => ({
      step: "show-document",
      index,
      label: document.summary.document.title || document.url,
    }))
    .filter(({ index }) => index !== shown);
  const notice = { text, link: safeLink(url), steps: named(["read-anyway"], can) };
  return { ...summaryView(summary, domain, now), notice, others };
}

function siteOf(url) {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : "";
}
