/**
 * Which of a page's policy links are offered to the reader, and what can be done with each.
 */

import { readableAddress } from "./address.js";
import { policyLinks } from "./policy-links.js";

const MOST = 3;

/** The kinds that are offered, the one that can be summarised first, and how many of each. */
const OFFERED = [
  ["privacy-policy", 2],
  ["cookie-policy", 1],
  ["terms", 1],
];

/**
 * @typedef {object} Offer
 * @property {"privacy-policy" | "cookie-policy" | "terms"} kind
 * @property {string} text what the page calls it
 * @property {string} url
 * @property {string} readable its address as the service may be given it, "" where it may not or where that is no use
 */

/**
 * Return at most three of the links on `page` that lead to a policy, and not to the page itself.
 *
 * @param {import("./policy-links.js").PageLink[]} links
 * @param {string} pageUrl
 * @param {object} means
 * @param {boolean} means.isPrivate whether nothing of it may come on record
 * @returns {Offer[]}
 */
export function offers(links, pageUrl, { isPrivate }) {
  const here = withoutFragment(pageUrl);
  const found = policyLinks(links, pageUrl).filter(({ url }) => url !== here);
  return OFFERED.flatMap(([kind, most]) => found.filter((link) => link.kind === kind).slice(0, most))
    .slice(0, MOST)
    .map(({ kind, text, url }) => {
      const isRead = kind === "privacy-policy" && !isPrivate; // of the others there is no summary
      return { kind, text, url, readable: isRead ? readableAddress(url) : "" };
    });
}

const withoutFragment = (address) => address.replace(/#.*$/s, "");
