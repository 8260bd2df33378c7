/**
 * Which of a page's links lead to the site's policies, the likeliest first: the service's own ranking, without the service.
 *
 * It says what server/discovery says of the same links; the examples in tests/policy-links hold both to it.
 */

import {
  ADDRESS_FILLERS,
  ANYONE_CAN_WRITE,
  ARTICLE_ADDRESSES,
  FILLERS,
  KINDS,
  LIMITS,
  OFFICIAL_REGIONS,
  OTHER_LANGUAGES,
  OTHERS_BEFORE,
  PHRASES,
  RELATIONS,
  SPECIAL,
  UNSPACED,
  VENDORS,
  WEIGHTS,
} from "./policy-rules.js";
import { domainOf } from "./registrable-domain.js";

/**
 * @typedef {object} PageLink a link as a page has it (see page-links.js)
 * @property {string} href
 * @property {string} [text]
 * @property {string} [description] what the page says of it unseen
 * @property {string} [before] the words in front of it
 * @property {"head" | "footer" | "navigation" | "body" | "dialog" | "in-article" | "comments"} [region]
 * @property {string[]} [rel]
 * @property {string} [hreflang]
 * @property {boolean} [hidden]
 *
 * @typedef {object} PolicyLink a link that may lead to a policy: the higher its score, the likelier
 * @property {string} url without user and fragment
 * @property {"privacy-policy" | "privacy-choices" | "cookie-policy" | "terms" | "imprint" | "other"} kind
 * @property {string} text
 * @property {number} score
 * @property {string} region
 * @property {boolean} otherHost whether it leaves the registrable domain of the page
 *
 * @typedef {object} Wording what was read: the words that belong to no phrase, and those that narrow its matter
 * @property {{ kind: string, isName: boolean, language: string } | null} phrase
 * @property {string[]} extra
 * @property {string[]} special
 * @property {number} also how many other kinds are named beside it
 */

const phrases = new Map(
  PHRASES.flatMap(([kind, isName, language, group]) => group.map((phrase) => [phrase, { kind, isName, language }])),
);
const fillers = new Set(FILLERS);
const special = new Set(SPECIAL);
const articleAddresses = new Set(ARTICLE_ADDRESSES);
const otherLanguages = new Set(OTHER_LANGUAGES);
const inAddresses = new Set([...FILLERS, ...ADDRESS_FILLERS, ...OTHER_LANGUAGES]);
const vendors = new Set(VENDORS);
const anyoneCanWrite = new Set(ANYONE_CAN_WRITE);
const unspaced = new RegExp(UNSPACED.join("|"), "gu"); // phrases are letters, numbers and spaces

const NUMBER = /^[0-9]+$/;
const YEAR = /^(?:19|20)[0-9]{2}$/;
/** A host as a site's own name is written, or an IPv6 address. */
const HOST = /^(?:\[[0-9a-f:.]+\]|(?:(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!$)|$))+)$/;
const LOCALE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/**
 * Return those of `links` on the page at `pageUrl` that lead to a policy: by kind, the likeliest of each first.
 *
 * @param {PageLink[]} links
 * @param {string} pageUrl
 * @returns {PolicyLink[]}
 */
export function policyLinks(links, pageUrl) {
  const page = addressOf(pageUrl);
  if (!page) return [];
  const best = new Map();
  for (const link of ends(links)) {
    const candidate = candidateOf(link, page);
    if (!candidate) continue;
    const place = candidate.url.replace(/^https?:/, "").replace(/\/+$/, "");
    best.set(place, best.has(place) ? better(best.get(place), candidate) : candidate);
  }
  const ranked = [...best.values()].sort((one, other) => other.score - one.score);
  return KINDS.flatMap((kind) => {
    const most = kind === "privacy-policy" ? LIMITS.policies : LIMITS.ofOtherKinds;
    return ranked.filter((link) => link.kind === kind).slice(0, most);
  });
}

function ends(links) {
  const half = Math.floor(LIMITS.links / 2);
  return links.length <= LIMITS.links ? links : [...links.slice(0, half), ...links.slice(-half)];
}

function better(one, other) {
  const chosen = other.score > one.score ? other : one;
  const secure = [one, other].find(({ url }) => url.startsWith("https:"))?.url ?? chosen.url;
  // Said once to be another company's, it is, whatever the other link calls it.
  const isOthers = chosen.otherHost && (one.kind === "other" || other.kind === "other");
  return { ...chosen, kind: isOthers ? "other" : chosen.kind, url: secure };
}

/** Return what the link is taken for, or null where it is no link to a policy. */
function candidateOf(given, page) {
  const link = { text: "", description: "", before: "", region: "body", rel: [], hreflang: "", hidden: false, ...given };
  const address = addressOf(link.href, page.url);
  if (!address || (address.url === page.url && link.href.includes("#"))) return null;
  const own = page.site.split(".")[0].replaceAll("-", "");
  const said = wordingOf(link, own);
  const { wording } = said;
  const { path, folders } = pathOf(address, own);
  const declared = link.rel.map((relation) => Object.hasOwn(RELATIONS, relation) && RELATIONS[relation]).find(Boolean);
  let kind = declared ?? wording.phrase?.kind ?? path.phrase?.kind;
  // "Your privacy rights" may be a part of the policy, whose fragment is not kept.
  if (path.phrase?.kind === "privacy-policy" && !path.extra.length) kind = "privacy-policy";
  if (!kind) return null;
  let { score } = said;
  if (kind !== wording.phrase?.kind) score = kind === path.phrase?.kind ? WEIGHTS["only-address"] : 0;
  if (declared) score += WEIGHTS.declared;
  score += scoreOfPath(path, folders, kind);
  const isSpecial = wording.special.length > 0 || path.special.some((word) => word.length > 2);
  if (isSpecial) score += WEIGHTS.special;
  score += WEIGHTS[link.region];
  if (link.hidden) score += WEIGHTS.hidden;
  score += WEIGHTS[languageOf(link, wording, address)] ?? 0;
  const otherHost = address.site !== page.site;
  if (!otherHost) score += WEIGHTS["own-site"];
  if (otherHost && isIn(anyoneCanWrite, address)) score += WEIGHTS["anyone-can-write"];
  const isArticle =
    address.segments.slice(0, -1).some((segment) => YEAR.test(segment)) ||
    folders.some((folder) => articleAddresses.has(folder));
  if (isArticle) score += WEIGHTS.article;
  const company = otherHost ? anotherCompany(link, wording, address) : "no";
  if (company !== "no") score += WEIGHTS["other-company"];
  if (company === "surely" || isText(wording) || (isArticle && (wording.extra.length || isSpecial))) kind = "other";
  if (score < WEIGHTS.least) return null;
  return { url: address.url, kind, text: link.text || link.description, score, region: link.region, otherHost };
}

/** Return what the words of the link say, or its description if that says more, and what they weigh. */
function wordingOf(link, own) {
  const [byWords, byDescription] = [link.text, link.description].map((words) => {
    const wording = read(words, own, fillers);
    return { wording, score: scoreOfWords(wording) };
  });
  byDescription.score += WEIGHTS["only-description"];
  return byDescription.wording.phrase && byDescription.score > byWords.score ? byDescription : byWords;
}

function scoreOfWords({ phrase, extra, also }) {
  if (!phrase) return 0;
  const sign = phrase.isName ? "name" : "topic";
  return WEIGHTS[sign] + WEIGHTS[`${sign}-extra`] * extra.length + WEIGHTS.also * also;
}

/** Return whether a policy is mentioned rather than named. */
const isText = ({ phrase, extra }) =>
  phrase !== null && extra.length > (phrase.isName ? LIMITS.extraBesideName : LIMITS.extraBesideTopic);

/** Return what the last part of the address that says anything says, and the parts above it. */
function pathOf(address, own) {
  const segments = address.segments.map(normal);
  const saysNothing = (segment) =>
    segment.split(" ").every((word) => !word || inAddresses.has(word) || NUMBER.test(word));
  while (segments.length && saysNothing(segments.at(-1))) segments.pop();
  const values = read(address.values, own, inAddresses);
  if (values.phrase) return { path: values, folders: segments };
  return { path: read(segments.at(-1) ?? "", own, inAddresses), folders: segments.slice(0, -1) };
}

function scoreOfPath(path, folders, kind) {
  if (!path.phrase) {
    const above = folders.slice(-3).some((folder) => read(folder, "", fillers).phrase?.kind === kind);
    return above ? WEIGHTS["address-folder"] : 0;
  }
  if (path.phrase.kind !== kind) return WEIGHTS["address-other-kind"];
  const weight = WEIGHTS[path.phrase.isName ? "address-name" : "address-topic"];
  return Math.max(0, weight - 4 * path.extra.length);
}

/** Return which weight the language has that the link says its target is in, if any. */
function languageOf(link, wording, address) {
  const folders = address.segments.slice(0, 2).filter((segment) => LOCALE.test(segment));
  const languages = [...folders, link.hreflang].filter(Boolean).map((tag) => tag.toLowerCase().slice(0, 2));
  if (languages.includes("en")) return "english";
  if (languages.some((language) => otherLanguages.has(language))) return "other-language";
  if (!wording.phrase) return undefined;
  return wording.phrase.language === "en" ? "english" : "other-language";
}

/** Return whether the policy is another company's: "surely", "maybe" or "no". */
function anotherCompany(link, wording, address) {
  const around = normal(`${link.before} ${link.text}`);
  if (OTHERS_BEFORE.some((word) => around.includes(word))) return "surely";
  const isVendor = isIn(vendors, address);
  const namesIt = wording.extra.some((word) => word.length > 2 && address.host.includes(word));
  if (!isVendor && !namesIt) return "no";
  return (isVendor && namesIt) || !OFFICIAL_REGIONS.includes(link.region) ? "surely" : "maybe";
}

const isIn = (hosts, { host, site }) => hosts.has(host) || hosts.has(site);

/** Return the words of `text` in lower case, without accents, one space between them. */
const normal = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Return what `text` says. Words that stand in `own`, the name of the site, mean nothing, nor do those of `ignored`.
 *
 * @returns {Wording}
 */
function read(text, own, ignored) {
  const words = normal(text).replace(unspaced, " $& ").split(" ").filter(Boolean).slice(0, LIMITS.words);
  const named = [];
  const wording = { phrase: null, extra: [], special: [], also: 0 };
  for (let start = 0; start < words.length; ) {
    const { phrase, length } = longest(words, start);
    if (phrases.has(phrase)) named.push(phrases.get(phrase));
    else if (!(phrase.length > 2 && own.includes(phrase)) && !ignored.has(phrase) && !NUMBER.test(phrase))
      (special.has(phrase) ? wording.special : wording.extra).push(phrase);
    start += length;
  }
  const kinds = new Set(named.map(({ kind }) => kind));
  // What holds the privacy policy too is one: "Legal notice / Privacy / Cookies".
  const first = KINDS.find((kind) => kinds.has(kind));
  const ofKind = named.filter(({ kind }) => kind === first);
  wording.phrase = ofKind.find(({ isName }) => isName) ?? ofKind[0] ?? null;
  wording.also = Math.max(0, kinds.size - 1);
  return wording;
}

/** Return the longest phrase, or else the word, that begins at `start`, and how many words it has. */
function longest(words, start) {
  for (let length = Math.min(LIMITS.phraseWords, words.length - start); length > 0; length -= 1) {
    const phrase = words.slice(start, start + length).join(" ");
    if (phrases.has(phrase) || special.has(phrase)) return { phrase, length };
  }
  return { phrase: words[start], length: 1 };
}

/** Return the address taken apart, or null where nobody should follow it. */
function addressOf(href, base) {
  const url = href.length > LIMITS.hrefChars ? null : URL.parse(href, base);
  // A name before the host ("bank.example@evil.example") only makes it look like another.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = "";
  if (!url.search) url.search = ""; // a "?" with nothing behind it goes
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
  if (!HOST.test(url.hostname)) return null;
  return {
    url: url.href,
    host: url.hostname,
    site: domainOf(url.hostname),
    segments: url.pathname.split("/").filter(Boolean).map(decoded),
    values: [...url.searchParams.values()].join(" "),
  };
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray "%" stands for itself
  }
}
