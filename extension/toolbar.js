/**
 * What the toolbar button says of a page: in words, by a number, and by the shape that its icon bears.
 */

import { browserLanguage, message } from "./browser.js";

/**
 * @typedef {object} Label
 * @property {string} [text] beside the icon; few letters fit
 * @property {string} [title] the tooltip, which screen readers read
 * @property {"" | "warning" | "info"} [mark]
 * @property {boolean} [isAlert] whether this is news
 */

/**
 * Return what to say of a page whose state is `state`: nothing where there is no badge, since that is no all-clear.
 *
 * @param {import("./summary/states.js").State} state
 * @returns {Label}
 */
export function labelOf(state) {
  const summary = state.documents ? state.documents[state.shown].summary : state.summary;
  if (!summary?.badges.length) return {};
  const warnings = summary.badges.filter(({ level }) => level === "warning").length;
  if (!warnings) return { title: plural("toolbarNoWarning", summary.badges.length), mark: "info" };
  return { text: String(warnings), title: plural("toolbar", warnings), mark: "warning" };
}

/**
 * Return what to say of a site that is visited, by what was looked up of it.
 *
 * @param {string} domain
 * @param {{warnings: number, badges: string[]}} entry
 * @param {boolean} isNews whether the reader has not been told of these warnings
 * @returns {Label}
 */
export function labelOfSite(domain, { warnings, badges }, isNews) {
  if (!badges.length) return {};
  if (!warnings) return { title: plural("toolbarNoWarningOf", badges.length, domain), mark: "info" };
  const title = plural("toolbarOf", warnings, domain);
  return { text: isNews ? `${warnings}!` : String(warnings), title, mark: "warning", isAlert: isNews };
}

/** Return the form of the message `key` that goes with `count`. */
function plural(key, count, domain = "") {
  const form = new Intl.PluralRules(browserLanguage()).select(count);
  const said = message(`${key}_${form}`) || message(`${key}_other`);
  return said.replace("{count}", () => String(count)).replace("{domain}", () => domain);
}
