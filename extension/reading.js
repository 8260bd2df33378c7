/**
 * From the page in a tab to a state. What is sent, and what is not, is decided here.
 */

import { policyAddress, publicHost, readableAddress } from "./address.js";
import { UnreadablePage } from "./browser.js";
import { extractPage } from "./extract.js";
import { looksLikePolicy, otherDocument } from "./looks-like-policy.js";
import { offers } from "./offers.js";
import { pageLinks } from "./page-links.js";
import { REGION_WORDS } from "./policy-rules.js";
import { publicDomain } from "./registrable-domain.js";
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
 * @property {(func: Function, args?: any[]) => Promise<any>} run runs a function in the page
 * @property {ReturnType<typeof import("./summary/service.js").connect>} service
 * @property {boolean} isPrivate whether nothing of it may come on record
 * @property {string} tabUrl the address that the tab shows, "" where we may not know it
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

/**
 * Return what the selected words say, which the reader has asked for. They are not the page, so they go without its
 * address.
 *
 * @param {Pick<Means, "service"> & { selection: import("./extract.js").Page }} means
 */
export const readSelection = ({ service, selection }) =>
  withService(service, async () => {
    if (!selection.complete) return { kind: "refused", why: "too-large" };
    const url = policyAddress(selection.url);
    return summarised(body(selection), { service, from: "selection", url });
  });

/**
 * Return what the policy at `url` says, which the reader has asked the service to read itself.
 *
 * @param {Pick<Means, "service"> & { url: string }} means
 */
export const readAddress = ({ service, url }) =>
  withService(service, async () => {
    if (!url || url !== readableAddress(url)) throw new Error("This address is not given away");
    try {
      return await summarised({ url }, { service, from: "address", url });
    } catch (error) {
      const state = stateOf(error, service.address);
      return state.kind === "refused" ? { ...state, url } : state;
    }
  });

/**
 * Return what is on record for `domain`, or for the site of the page, which the reader has chosen instead of it.
 *
 * @param {Means & { domain?: string }} means
 */
export const lookUp = (means) =>
  withPage(means, async (page) => {
    const domain = means.domain ?? publicDomain(page.url);
    const { record, search } = await onRecord(domain, means.service);
    const found = record ?? underWay(search, means, domain);
    return withLinks(found ? offered(found, page, means) : { kind: "nothing-on-record", domain }, page, means);
  });

async function withPage(means, next) {
  const { service } = means;
  return withService(service, async () => {
    try {
      const page = await loaded(atLast(means.run));
      if (page === null) return { kind: "unreadable-page", why: "loading" };
      if (page.contentType === "application/pdf") return unreadable("pdf", means);
      return await next(page);
    } catch (error) {
      if (error instanceof UnreadablePage) return unreadable(error.why, means);
      throw error;
    }
  });
}

async function withService({ address }, next) {
  try {
    return await next();
  } catch (error) {
    return stateOf(error, address);
  }
}

/** Return that the page cannot be read here, with its address where the service could read it instead. */
function unreadable(why, { tabUrl, isPrivate, service }) {
  const isFile = why === "browser" && /\.pdf$/i.test(URL.parse(tabUrl)?.pathname); // Firefox shows them in a page of its own
  const state = { kind: "unreadable-page", why: isFile ? "pdf" : why };
  const url = ["browser", "pdf"].includes(why) && !isPrivate ? readableAddress(tabUrl) : "";
  return url ? { ...state, url, address: service.address } : state;
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

/** Return the state with the policies that the page links to. A page that has gone meanwhile has none to offer. */
async function withLinks(state, page, means) {
  const links = (await loaded(means.run(pageLinks, [REGION_WORDS]).catch(() => []))) ?? [];
  const { service, isPrivate } = means;
  return { ...state, links: offers(links, page.url, means), mayRecord: !isPrivate, address: service.address };
}

async function summary(page, means) {
  if (!page.complete) return { kind: "refused", why: "too-large" };
  const { service, isPrivate } = means;
  const url = policyAddress(page.url);
  const source = isPrivate ? {} : { url }; // without its address a policy comes on no record
  try {
    return await summarised({ ...body(page), ...source }, { service, from: "page", url });
  } catch (error) {
    const state = stateOf(error, service.address);
    return state.kind === "refused" ? withLinks(state, page, means) : state;
  }
}

/** Return what the service says of `policy`, as the state of what was read just now. */
async function summarised(policy, { service, from, url }) {
  const summary = await service.summarise(policy);
  const place = from === "address" ? (summary.provenance?.url ?? url) : url; // the site may have sent it on
  return { kind: "summary", from, url: place, summary, readAt: new Date().toISOString(), address: service.address };
}

/** A page of plain text is sent as such: its headings and lists are marked by signs, which HTML would hide. */
function body({ contentType, title, text, html }) {
  const policy = /^text\/(plain|markdown)$/.test(contentType) ? { text } : { html };
  return { ...policy, title: title.slice(0, MAX_TITLE_CHARS) };
}

async function record(page, means) {
  const domain = publicDomain(page.url);
  const looksLike = otherDocument(page);
  const offer = (state) => withLinks(offered(state, page, means), page, means);
  if (!domain) return offer({ kind: "not-a-policy", looksLike });
  try {
    const { record, search } = await onRecord(domain, means.service);
    return await offer(record ?? underWay(search, means, domain) ?? { kind: "unknown", domain, looksLike });
  } catch (error) {
    if (error.type !== "store-away") throw error;
    return offer(stateOf(error, means.service.address));
  }
}

/** Return the `record` of the site, or, where it has none, how far the `search` for its policy is: without a state, if none was. */
async function onRecord(host, service) {
  if (!host) return {};
  try {
    const { domain, documents } = await service.lookUp(host);
    return documents.length ? { record: { kind: "record", domain, documents, shown: 0, address: service.address } } : {};
  } catch (error) {
    if (error.type === "bad-request") return {}; // it can have no record
    if (error.type !== "unknown-domain") throw error;
    const { state, at } = error.members.search ?? {};
    return { search: { state, at, detail: error.detail } };
  }
}

/** After this the service begins another search for the same site, so one that has not ended by then is none. */
const SEARCH_MS = 60 * 60 * 1000;

/** Return that the policy of the site is being looked for, or null where it is not. A private window asks for no search. */
function underWay(search, { isPrivate }, domain) {
  const isGoingOn = ["queued", "reading"].includes(search?.state) && Date.now() - Date.parse(search.at) < SEARCH_MS;
  return isGoingOn && !isPrivate ? { kind: "searching", domain, looks: 0, pause: PAUSES_MS[0] } : null;
}

/** How long to wait before each look at how far a search is. */
export const PAUSES_MS = [1_500, 2_500, 4_000, 7_000, 12_000, 20_000];

/**
 * Have the service look for the policy of a site itself, and return how far it is.
 *
 * @param {Pick<Means, "service"> & { domain: string }} means
 */
export const search = (means) =>
  withService(means.service, async () => {
    try {
      return await sought(means, 0);
    } catch (error) {
      const state = stateOf(error, means.service.address);
      return state.kind === "refused" ? { kind: "search-failed", domain: means.domain, detail: state.detail } : state;
    }
  });

/**
 * Return what came of the search after `looks` looks at it: the record, that it still goes on, or that it failed.
 *
 * @param {Pick<Means, "service"> & { domain: string, looks: number }} means
 */
export const searchResult = (means) =>
  withService(means.service, async () => {
    const { record, search } = await onRecord(means.domain, means.service);
    return record ?? sought(means, means.looks + 1, search);
  });

/** What is not known of the search is asked by asking for it: within the hour none begins, but how far it is, is said. */
async function sought({ service, domain }, looks, known = {}) {
  const state = known.state ?? (await service.search(domain)).state;
  if (state === "done" || state === "failed") {
    const { record, search } = known.state ? { search: known } : await onRecord(domain, service);
    return record ?? { kind: "search-failed", domain, detail: search?.detail ?? "" };
  }
  const pause = PAUSES_MS[looks];
  return pause ? { kind: "searching", domain, looks, pause } : { kind: "search-goes-on", domain, looks: 0 };
}
