/**
 * The domain that somebody has registered: what a host's record is kept under, as the service finds it.
 */

import { publicHost } from "./address.js";
import { SUFFIXES } from "./suffixes.js";

const MAX_HOST_CHARS = 253;
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;

/** Browsers read any host whose last label is a number as an IPv4 address. */
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;

/** The rules under one top-level name, made when first needed: reading all takes longer than any visit is worth. */
const rules = new Map();

/**
 * Return the registrable domain of `host`, or "" where it has none: an address, a public suffix, no host at all.
 *
 * @param {string} host as URLs hold it: in lower case and ASCII
 */
export function registrableDomain(host) {
  const labels = host.replace(/\.$/, "").split(".");
  if (host.length > MAX_HOST_CHARS + 1 || !labels.every((label) => LABEL.test(label))) return "";
  if (NUMBER.test(labels.at(-1))) return "";
  const length = suffixLength(labels) + 1;
  return labels.length < length ? "" : labels.slice(-length).join(".");
}

/** Return the domain that `host` belongs to; a host that has none is only like itself. */
export const domainOf = (host) => registrableDomain(host) || host;

/** Return the domain under which the site at `address` is looked up, or "" where there is none that others can know. */
export const publicDomain = (address) => registrableDomain(publicHost(address));

/** Return how many labels of the host are the public suffix. The longest rule wins, an exception before all. */
function suffixLength(labels) {
  const known = rulesOf(labels.at(-1));
  for (let first = 0; first < labels.length; first += 1) {
    const rest = labels.slice(first, -1).join(".");
    const depth = labels.length - first;
    if (known.has(`!${rest}`)) return depth - 1;
    if (known.has(rest ? `*.${rest}` : "*")) return first > 0 ? depth + 1 : depth;
    if (known.has(rest)) return depth;
  }
  return 1;
}

function rulesOf(top) {
  if (!rules.has(top)) rules.set(top, new Set(Object.hasOwn(SUFFIXES, top) ? SUFFIXES[top].split(" ") : []));
  return rules.get(top);
}
