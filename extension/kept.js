/**
 * The summaries that were read last, kept on this device for when the service is away. Private windows keep none.
 */

import { policyAddress } from "./address.js";
import { alone, store, stored, unstore } from "./browser.js";
import { publicDomain } from "./registrable-domain.js";

const MOST = 50;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * @typedef {object} Kept
 * @property {string} url without user, query and fragment
 * @property {string} site its registrable domain, or its host where it has none
 * @property {string} title
 * @property {string} readAt
 * @property {number} bytes
 */

const nameOf = (url) => `kept ${url}`;

/** The index: what is kept, the latest last. The summaries lie apart, so that a list need not read them. */
const index = async () => (await stored({ kept: [] })).kept;

const siteOf = (url) => publicDomain(url) || new URL(url).hostname;

/**
 * Keep the document as the one that was read last; drop what was read longest ago where there is no room.
 *
 * @param {{url: string, read_at: string, summary: object}} document
 */
export const keep = (document) =>
  alone(async () => {
    const url = policyAddress(document.url);
    const kept = { ...document, url };
    const bytes = new TextEncoder().encode(JSON.stringify(kept)).length;
    if (!url || bytes > MOST_BYTES) return;
    const title = document.summary.document.title ?? "";
    const entry = { url, site: siteOf(url), title, readAt: document.read_at, bytes };
    const before = await index();
    const entries = withinBounds([...before.filter((each) => each.url !== url), entry]);
    const names = entries.map((each) => each.url);
    await unstore(before.map((each) => each.url).filter((each) => !names.includes(each)).map(nameOf));
    await store({ kept: entries, [nameOf(url)]: kept });
  });

function withinBounds(entries) {
  let room = MOST_BYTES;
  const latest = entries.slice(-MOST).reverse();
  const fits = ({ bytes }) => (room -= bytes) >= 0;
  const firstOut = latest.findIndex((entry) => !fits(entry));
  return latest.slice(0, firstOut < 0 ? MOST : firstOut).reverse();
}

/**
 * Return the documents that are kept of the page at `address` and its site, that of the page first; [] where there are none.
 *
 * @param {string} address
 */
export async function recall(address) {
  const url = policyAddress(address);
  if (!url) return [];
  const site = siteOf(url);
  const latestFirst = (await index()).filter((each) => each.site === site).reverse();
  const names = latestFirst.sort((one, other) => (other.url === url) - (one.url === url)).map((each) => nameOf(each.url));
  const documents = await stored(names);
  return names.map((name) => documents[name]).filter(Boolean);
}

/** Return what is kept, the latest first. */
export const listKept = async () => (await index()).reverse();

/** Forget the documents at `urls`. */
export const forget = (urls) =>
  alone(async () => {
    const kept = (await index()).filter((each) => !urls.includes(each.url));
    await store({ kept });
    await unstore(urls.map(nameOf));
  });
