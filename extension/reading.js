/**
 * From the page in a tab to a state. What is sent, and what is not, is decided here.
 */

import { policyAddress, publicHost } from "./address.js";
import { UnreadablePage } from "./browser.js";
import { extractPage } from "./extract.js";
import { looksLikePolicy } from "./looks-like-policy.js";
import { stateOf } from "./summary/states.js";

/** As many as the service takes. */
const MAX_TITLE_CHARS = 1000;

/** A page that is not there by then still loads: browsers run nothing in it before. */
const LOADING_LIMIT_MS = 10_000;

/** How much a page may grow or shrink, by its clocks and advertisements, and still be the one that the reader saw. */
const TOLERANCE = 0.1;

/**
 * @typedef {object} Seen which page the reader was asked about
 * @property {string} url
 * @property {string} title
 * @property {number} chars
 *
 * @typedef {object} Means
 * @property {(func: () => import("./extract.js").Page) => Promise<import("./extract.js").Page>} run runs a function in the page
 * @property {ReturnType<typeof import("./summary/service.js").connect>} service
 * @property {boolean} isPrivate whether nothing of it may come on record
 * @property {Seen} [seen]
 */

/**
 * Return what the policy in the page says; of a page that is none, what is on record for its site.
 *
 * @param {Means} means
 */
export const read = (means) =>
  withPage(means, (page) => {
    if (!looksLikePolicy(page)) return record(page, means);
    return publicHost(page.url) ? summary(page, means) : offered({ kind: "own-network" }, page, means);
  });

/** Return what the page says, whatever it looks like: the reader has said that it is the policy. */
export const readAnyway = (means) =>
  withPage(means, (page) =>
    isSame(page, means.seen) ? summary(page, means) : offered({ kind: "page-changed" }, page, means),
  );

/** Return what is on record for the site of the page, which the reader has chosen instead of it. */
export const lookUp = (means) =>
  withPage(means, async ({ url }) => {
    const domain = publicHost(url);
    return (await found(domain, means.service)) ?? { kind: "nothing-on-record", domain };
  });

async function withPage(means, next) {
  try {
    const page = await loaded(atLast(means.run));
    if (page === null) return { kind: "unreadable-page", why: "loading" };
    if (page.contentType === "application/pdf") return { kind: "unreadable-page", why: "pdf" };
    return await next(page);
  } catch (error) {
    if (error instanceof UnreadablePage) return { kind: "unreadable-page", why: error.why };
    return stateOf(error, means.service.address);
  }
}

/** Return the page, asked for once more where it gave way to another. */
const atLast = (run) =>
  run(extractPage).catch((error) => {
    if (error.why !== "moved") throw error;
    return run(extractPage);
  });

/** Return what is run in the page, or null where the page is not there in time. */
async function loaded(running) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, LOADING_LIMIT_MS, null)));
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

const seenOf = ({ url, title, text }) => ({ url, title, chars: text.length });

const isSame = (page, seen) =>
  page.url === seen.url &&
  page.title === seen.title &&
  Math.abs(page.text.length - seen.chars) <= TOLERANCE * seen.chars;

/** Return the state with what the reader needs to have this page sent all the same. */
const offered = (state, page, { service }) => ({ ...state, seen: seenOf(page), address: service.address });

async function summary(page, { service, isPrivate }) {
  if (!page.complete) return { kind: "refused", why: "too-large" };
  const url = policyAddress(page.url);
  const source = isPrivate ? {} : { url }; // without its address a policy comes on no record
  const summarised = await service.summarise({ ...body(page), ...source });
  const readAt = new Date().toISOString();
  return { kind: "summary", from: "page", url, summary: summarised, readAt, address: service.address };
}

/** A page of plain text is sent as such: its headings and lists are marked by signs, which HTML would hide. */
function body({ contentType, title, text, html }) {
  const policy = /^text\/(plain|markdown)$/.test(contentType) ? { text } : { html };
  return { ...policy, title: title.slice(0, MAX_TITLE_CHARS) };
}

async function record(page, means) {
  const domain = publicHost(page.url);
  if (!domain) return offered({ kind: "not-a-policy" }, page, means);
  try {
    return offered((await found(domain, means.service)) ?? { kind: "unknown", domain }, page, means);
  } catch (error) {
    if (error.type !== "store-away") throw error;
    return offered(stateOf(error, means.service.address), page, means);
  }
}

/** Return the record of the site, or null where there is none. */
async function found(host, service) {
  if (!host) return null;
  try {
    const { domain, documents } = await service.lookUp(host);
    return documents.length ? { kind: "record", domain, documents, shown: 0, address: service.address } : null;
  } catch (error) {
    if (["unknown-domain", "bad-request"].includes(error.type)) return null; // the latter: it can have no record
    throw error;
  }
}
