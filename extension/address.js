/**
 * Addresses: the service's own, what is told of a page's, and nothing more.
 */

import { isPersonalAddress } from "./personal-page.js";

/** Where the service answers until the reader says otherwise. */
export const DEFAULT_SERVICE = "http://127.0.0.1:8000";

const MAX_ADDRESS_CHARS = 2048;

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

/** Names that only mean something on the reader's own network (RFC 6761, RFC 6762, RFC 9476 and common use). */
const PRIVATE_SUFFIX = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion|alt)$/;

/** A dotted name whose last label is no number: neither an IPv4 nor an IPv6 address. */
const PUBLIC_NAME = /^[^:[\]]+\.[^:[\].]*[^:[\].\d][^:[\].]*$/;

/** Return the service's origin from what was typed, or "" where policies must not be sent there. */
export function serviceAddress(typed) {
  const url = URL.parse(typed.trim());
  const secret = url?.protocol === "https:";
  const loopback = url?.protocol === "http:" && LOOPBACK.has(url.hostname);
  return secret || loopback ? url.origin : "";
}

/** Return the address of a policy as it is sent: without user, query and fragment; "" for what the service takes for none. */
export function policyAddress(address) {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return "";
  const sent = url.origin + url.pathname;
  return sent.length <= MAX_ADDRESS_CHARS ? sent : "";
}

/** Return the host under which a site is looked up, or "" where no one else can know it. */
export function publicHost(address) {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? publicName(url.hostname) : "";
}

/** Return the name that `host` is looked up by, or "" where it means something on the reader's own network alone. */
export function publicName(host) {
  const name = host.replace(/^www\./, "").replace(/\.$/, "");
  return PUBLIC_NAME.test(name) && !PRIVATE_SUFFIX.test(name) ? name : "";
}

/**
 * Return the address that the service may be given to read it itself, or "": only the address of a page that everyone
 * can read, and that is no one's own; what follows a "?" is never given.
 */
export function readableAddress(address) {
  const url = URL.parse(address);
  if (!publicHost(address) || url.username || url.password || isPersonalAddress(address)) return "";
  const isInQuery = url.search && /^\/(?:index\.\w+)?$/.test(url.pathname); // the rest is the page at "/"
  return isInQuery ? "" : policyAddress(address);
}
