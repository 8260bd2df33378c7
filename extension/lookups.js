/**
 * What is known of the sites that are visited, asked for by the first digits of a hash that stand for many sites.
 *
 * Answers are kept for a while, so that a site is asked about twice a day and not at every page.
 */

import { alone, store, stored, unstore } from "./browser.js";

/** As many hex digits as the service expects. */
const PREFIX_DIGITS = 5;

const FRESH_MS = 12 * 60 * 60 * 1000;
const MOST_ANSWERS = 500;

/** Sites of whose warnings the reader was told. */
const MOST_TOLD = 2000;

/** How long nothing is asked after the service was away. */
const PAUSE_MS = 60 * 1000;

const NOTHING = { lookups: { address: "", answers: {} }, told: {} };

/** What is asked for just now, so that two tabs ask once; and when the next question may be asked. */
const underWay = new Map();
let silentUntil = 0;

/** Return the SHA-256 of `domain` in hex, as the service computes it. */
export async function hashOf(domain) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(domain));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Return what is known of `domain`, or null where nothing is, or nothing can be learned just now.
 *
 * @param {string} domain a registrable domain
 * @param {ReturnType<typeof import("./summary/service.js").connect>} service
 * @param {number} now
 * @returns {Promise<{hash: string, warnings: number, badges: string[]} | null>}
 */
export async function lookUpQuietly(domain, service, now) {
  const hash = await hashOf(domain);
  const prefix = hash.slice(0, PREFIX_DIGITS);
  const records = (await cached(prefix, service.address, now)) ?? (await asked(prefix, service, now));
  return records.find((record) => record.hash === hash) ?? null;
}

/** Return whether these warnings are news to the reader, who knows of them from now on. */
export const isNews = ({ hash, warnings }) =>
  alone(async () => {
    const { told } = await stored(NOTHING);
    const site = hash.slice(0, 16);
    if (told[site] === warnings) return false;
    const { [site]: _before, ...others } = told;
    await store({ told: Object.fromEntries([...Object.entries(others), [site, warnings]].slice(-MOST_TOLD)) });
    return true;
  });

/** Return how many answers are kept, and of how many sites the reader was told. */
export async function keptOfVisits() {
  const { lookups, told } = await stored(NOTHING);
  return { answers: Object.keys(lookups.answers).length, sites: Object.keys(told).length };
}

/** Forget all that was kept of visits. */
export const forgetVisits = () => alone(() => unstore(Object.keys(NOTHING)));

const isFresh = ({ at }, now) => at <= now && now < at + FRESH_MS;

/** The answer that is kept, if it came from the service in use and not too long ago; else null. */
async function cached(prefix, address, now) {
  const { lookups } = await stored(NOTHING);
  const answer = lookups.address === address ? lookups.answers[prefix] : null;
  return answer && isFresh(answer, now) ? answer.records : null;
}

/** The service's answer, which is kept; nothing where it gives none. */
async function asked(prefix, service, now) {
  if (now < silentUntil) return [];
  const question = `${service.address} ${prefix}`;
  if (!underWay.has(question)) underWay.set(question, ask(prefix, service, now));
  try {
    return await underWay.get(question);
  } catch (error) {
    silentUntil = now + Math.max(PAUSE_MS, (error.retryAfter ?? 0) * 1000);
    return [];
  } finally {
    underWay.delete(question);
  }
}

async function ask(prefix, service, now) {
  const { records } = await service.lookUpPrefix(prefix);
  const kept = records.map(({ hash, warnings, badges }) => ({ hash, warnings, badges }));
  await keep(prefix, { at: now, records: kept }, service.address, now);
  return kept;
}

const keep = (prefix, answer, address, now) =>
  alone(async () => {
    const { lookups } = await stored(NOTHING);
    const known = lookups.address === address ? Object.entries(lookups.answers) : [];
    const others = known.filter(([name, each]) => name !== prefix && isFresh(each, now));
    const newest = [...others, [prefix, answer]].sort(([, one], [, other]) => one.at - other.at).slice(-MOST_ANSWERS);
    await store({ lookups: { address, answers: Object.fromEntries(newest) } });
  });
