/**
 * The states that reading can end in, as values: what happened, never how it looks.
 *
 * @typedef {{seen: import("../reading.js").Seen, address: string}} Offered the page can still be sent, to this address
 * @typedef {{links: import("../offers.js").Offer[], mayRecord: boolean, address: string}} Links the policies that the page
 *   links to, and whether anything may be put on record from here
 *
 * @typedef {{kind: "working", why: string}
 *   | {kind: "summary", from: "page" | "selection" | "address" | "paste", summary: object, url: string, readAt: string,
 *       address: string}
 *   | {kind: "record", domain: string, documents: object[], shown: number, address: string} & Partial<Offered> &
 *       Partial<Links>
 *   | {kind: "kept", documents: object[], shown: number, away: State}
 *   | {kind: "unknown", domain: string, looksLike: string} & Offered & Links
 *   | {kind: "nothing-on-record", domain: string} & Links
 *   | {kind: "searching" | "search-goes-on", domain: string, looks: number, pause?: number} & Partial<Offered> & Partial<Links>
 *   | {kind: "search-failed", domain: string, detail: string} & Partial<Offered> & Partial<Links>
 *   | {kind: "not-a-policy", looksLike: string} & Offered & Links
 *   | {kind: "own-network" | "page-changed"} & Offered
 *   | {kind: "refused", why: string, language?: string, detail?: string, url?: string} & Partial<Links>
 *   | {kind: "unreadable-page", why: "browser" | "pdf" | "loading" | "moved" | "closed", url?: string, address?: string}
 *   | {kind: "service-away", why: string, address: string, seconds?: number, seen?: import("../reading.js").Seen}
 *   | {kind: "too-many-requests", seconds: number | null}
 *   | {kind: "broken", detail: string}} State
 */

import { Problem, ServiceAway } from "./service.js";

/** The problems that say something of the text, by the type that the service gives them. */
const REFUSALS = new Set([
  ...["not-a-policy", "not-english", "too-short", "bot-wall", "script-only", "too-large"],
  ...["unreachable", "refused-address", "unsupported-media-type"],
]);

/** The problems that say something of the service. */
const AWAY = { "store-away": "store-away", "forbidden-origin": "forbidden" };

/**
 * Return the state that a failed call to the service at `address` leads to. Any other error is a fault of ours.
 *
 * @param {unknown} error
 * @param {string} address
 * @returns {State}
 */
export function stateOf(error, address) {
  if (error instanceof ServiceAway) return { kind: "service-away", why: error.why, address, seconds: error.retryAfter };
  if (!(error instanceof Problem)) return broken(error);
  if (error.type === "rate-limited") return { kind: "too-many-requests", seconds: error.retryAfter };
  if (error.type === "busy") return { kind: "service-away", why: "busy", address, seconds: error.retryAfter };
  if (Object.hasOwn(AWAY, error.type)) return { kind: "service-away", why: AWAY[error.type], address };
  return refusal(error);
}

/** Return the state after a fault of ours, and leave its trace where developers look. */
export function broken(error) {
  console.error(error);
  return { kind: "broken", detail: String(error) };
}

function refusal({ type, detail, members }) {
  if (type === "not-a-policy") return { kind: "refused", why: members.looks_like ?? "", detail };
  return { kind: "refused", why: REFUSALS.has(type) ? type : "", language: members.language, detail };
}
