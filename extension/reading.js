/**
 * From the page in a tab to a state. What is sent, and what is not, is decided here.
 */

import { policyAddress, publicHost } from "./address.js";
import { UnreadablePage } from "./browser.js";
import { extractPage } from "./extract.js";
import { looksLikePolicy } from "./looks-like-policy.js";
import { Problem } from "./summary/service.js";
import { stateOf } from "./summary/states.js";

/** As many as the service takes. */
const MAX_TITLE_CHARS = 1000;

/** A page that is not there by then still loads: browsers run nothing in it before. */
const LOADING_LIMIT_MS = 10_000;

/**
 * @typedef {object} Means
 * @property {(func: () => import("./extract.js").Page) => Promise<import("./extract.js").Page>} run runs a function in the page
 * @property {ReturnType<typeof import("./summary/service.js").connect>} service
 */

/**
 * Return what the policy in the page says; of a page that is none, what is on record for its site.
 *
 * @param {Means} means
 */
export const read = (means) =>
  withPage(means, (page) => (looksLikePolicy(page) ? summary(page, means.service) : record(page, means.service)));

/** Return what the page says, whatever it looks like: the reader has said that it is the policy. */
export const readAnyway = (means) => withPage(means, (page) => summary(page, means.service));

/** Return what is on record for the site of the page. */
export const lookUp = (means) => withPage(means, (page) => record(page, means.service));

async function withPage({ run, service }, next) {
  try {
    const page = await loaded(run(extractPage));
    if (page === null) return { kind: "unreadable-page", why: "loading" };
    if (page.contentType === "application/pdf") return { kind: "unreadable-page", why: "pdf" };
    return await next(page);
  } catch (error) {
    if (error instanceof UnreadablePage) return { kind: "unreadable-page", why: "browser" };
    return stateOf(error, service.address);
  }
}

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

async function summary(page, service) {
  if (!page.complete) return { kind: "refused", why: "too-large" };
  const url = policyAddress(page.url);
  return { kind: "summary", from: "page", url, summary: await service.summarise({ ...body(page), url }) };
}

/** A page of plain text is sent as such: its headings and lists are marked by signs, which HTML would hide. */
function body({ contentType, title, text, html }) {
  const policy = /^text\/(plain|markdown)$/.test(contentType) ? { text } : { html };
  return { ...policy, title: title.slice(0, MAX_TITLE_CHARS) };
}

async function record(page, service) {
  const domain = publicHost(page.url);
  if (!domain) return { kind: "not-a-policy" };
  try {
    return { kind: "record", shown: 0, ...(await service.lookUp(domain)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.type === "unknown-domain") return { kind: "unknown", domain };
    if (error.type === "bad-request") return { kind: "not-a-policy" }; // a name that can have no record
    throw error;
  }
}
