/**
 * What changed in a site's policies, as it is shown: the latest first, day by day.
 */

import { label } from "./practice-words.js";
import { words } from "./words.js";

/**
 * Return what to show of the history that the service sends.
 *
 * @param {{changes: object[]}} history
 */
export function historyView({ changes }) {
  return changes.map(({ at, practice, was, now, old_quote: oldQuote, new_quote: newQuote }) => ({
    day: words.history.on(at),
    level: (now ?? was)?.level ?? "info",
    lines: linesOf(practice, { was, now, oldQuote, newQuote }),
  }));
}

function linesOf(practice, { was, now, oldQuote, newQuote }) {
  const line = (name, position, quote) =>
    position && { name, label: label({ practice, ...position }), quote: quote ?? "" };
  const { came, went, became, before } = words.history;
  return [line(was ? became : came, now, newQuote), line(now ? before : went, was, oldQuote)].filter(Boolean);
}
