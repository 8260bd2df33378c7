/**
 * The only code that opens a connection, and only to the service: the calls that are made, each with a time limit.
 */

const LIMIT_MS = 20_000;

/** What the service takes for no text. Files hold form feeds, pages whatever their authors left in them. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f]/g;

/** No useful answer: `why` is "unreachable", "slow" or "stranger" (something else answers there). */
export class ServiceAway extends Error {
  constructor(why, cause) {
    super(`service away: ${why}`, { cause });
    this.why = why;
  }
}

/** The service's own word that it will not or cannot (RFC 9457): `type`, `detail`, `retryAfter`, further `members`. */
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
  const call = (path, list, options) => answer(`${address}${path}`, list, { ...options, limitMs });
  return {
    address,
    /** Return the summary of `policy`: its `html` or `text`, and its `title` and `url` where they are known. */
    summarise: (policy) =>
      call("/v1/summaries", "badges", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(policy, (_name, value) => (typeof value === "string" ? cleaned(value) : value)),
      }),
    /** Return the record of the site that `host` belongs to. */
    lookUp: (host) => call(`/v1/domains/${encodeURIComponent(host)}`, "documents"),
    /** Return what the service can find. */
    practices: () => call("/v1/practices", "practices"),
  };
}

const cleaned = (text) => text.toWellFormed().replace(CONTROL, " ");

/** Return the service's answer, which holds the list of this name: else something else answers there. */
async function answer(url, list, { limitMs, ...options }) {
  let response, body;
  try {
    response = await fetch(url, {
      ...options,
      cache: "no-store", // private windows leave nothing behind
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(limitMs),
    });
    body = await response.text();
  } catch (error) {
    throw new ServiceAway(error.name === "TimeoutError" ? "slow" : "unreachable", error);
  }
  const json = parsed(body);
  if (!(response.ok ? Array.isArray(json[list]) : typeof json.type === "string")) throw new ServiceAway("stranger");
  if (response.ok) return json;
  throw new Problem(json, Number(response.headers.get("Retry-After")) || 60);
}

function parsed(body) {
  let json;
  try {
    json = JSON.parse(body);
  } catch (error) {
    throw new ServiceAway("stranger", error);
  }
  if (json === null || typeof json !== "object") throw new ServiceAway("stranger");
  return json;
}
