/**
 * The only code that opens a connection, and only to the service: the calls that are made, each with a time limit.
 */

import { isHistory, isLookup, isPracticeList, isRecord, isSearch, isSummary } from "./shapes.js";

const LIMIT_MS = 20_000;

/** No answer is longer. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What the service takes for no text. Files hold form feeds, pages whatever their authors left in them. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** No useful answer: `why` is "unreachable", "slow", "fault" (its own) or "stranger" (something else answers there). */
export class ServiceAway extends Error {
  constructor(why, { cause, retryAfter = null } = {}) {
    super(`service away: ${why}`, { cause });
    this.why = why;
    this.retryAfter = retryAfter;
  }
}

/** The service's own word that it will not or cannot (RFC 9457); `retryAfter` is in seconds, null if it is not said. */
export class Problem extends Error {
  constructor({ type, detail, ...members }, retryAfter) {
    super(`${type}: ${detail}`);
    this.type = type.split(/[/:#]/).at(-1);
    this.detail = detail;
    this.members = members;
    this.retryAfter = retryAfter;
  }
}

/**
 * Return the calls to the service at `address`; "" is the one that this page came from.
 *
 * @param {string} address
 * @param {number} limitMs
 */
export function connect(address, limitMs = LIMIT_MS) {
  const call = (path, fits, options) => answer(`${address}${path}`, fits, { ...options, limitMs });
  return {
    address,
    /** Return the summary of `policy`: its `html` or `text`, its `title` and `url` where they are known, or `url` alone. */
    summarise: (policy) =>
      call("/v1/summaries", isSummary, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(policy, (_name, value) => (typeof value === "string" ? cleaned(value) : value)),
      }),
    /** Return the record of the site that `host` belongs to. */
    lookUp: (host) => call(`/v1/domains/${encodeURIComponent(host)}`, isRecord),
    /** Have the policy of the site that `host` belongs to looked for, and return how far that is. */
    search: (host) => call(`/v1/domains/${encodeURIComponent(host)}/refresh`, isSearch, { method: "POST" }),
    /** Return what is known of the sites whose hash begins with `prefix`. */
    lookUpPrefix: (prefix) => call(`/v1/lookup/${prefix}`, isLookup),
    /** Return what changed in the policies of the site that `host` belongs to. */
    history: (host) => call(`/v1/domains/${encodeURIComponent(host)}/history`, isHistory),
    /** Return what the service can find. */
    practices: () => call("/v1/practices", isPracticeList),
  };
}

const cleaned = (text) => text.toWellFormed().replace(CONTROL, " ");

/** Return the service's answer, which has the shape that `fits` knows: else something else answers there. */
async function answer(url, fits, { limitMs, ...options }) {
  let response, json;
  try {
    response = await fetch(url, {
      ...options,
      cache: "no-store", // private windows leave nothing behind
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(limitMs),
    });
    json = parsed(await text(response));
  } catch (error) {
    throw new ServiceAway(error.name === "TimeoutError" ? "slow" : "unreachable", { cause: error });
  }
  if (response.ok && fits(json)) return json;
  throw failure(response, json);
}

/** Return the body, or "" where it is longer than any answer: no stranger fills the memory. */
async function text(response) {
  const decoder = new TextDecoder();
  let bytes = 0;
  let said = "";
  for (let reader = response.body?.getReader(); reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > MAX_BYTES) return reader.cancel().then(() => "");
    said += decoder.decode(value, { stream: true });
  }
  return said + decoder.decode();
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function failure({ ok, status, headers }, json) {
  const retryAfter = seconds(headers.get("Retry-After"));
  const type = typeof json?.type === "string" ? json.type : "";
  const isFault = status >= 500 && !/\/(?:store-away|busy)$/.test(type); // no other failure has a name
  if (isFault) return new ServiceAway("fault", { retryAfter });
  return ok || !type ? new ServiceAway("stranger") : new Problem(json, retryAfter);
}

/** Return how long to wait, or null where that is not said in seconds. */
const seconds = (header) => (/^\d{1,9}$/.test(header ?? "") ? Number(header) : null);
