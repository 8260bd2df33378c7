/**
 * Whether a page is a privacy policy: decided in the browser, before anything is sent.
 *
 * It errs on the side of "no". That costs the reader a click; the other error would give away a private page.
 */

import { isPersonal } from "./personal-page.js";

/** What privacy policies are called, in many languages. */
const NAMES =
  /privacy|data protection|data policy|datenschutz|confidentialit|vie privée|privacidad|protección de datos|privatliv|integritetspolicy|personvern|tietosuoja|gegevensbescherming|riservatezza|prywatności|ochran[ay] (osobn|soukrom)|adatvédelm|privacidade|confidențialitate|конфиденциальност|конфіденційн|gizlilik|プライバシー|隐私|隱私|개인정보/i;

/** What other documents are called that speak of data. */
const OTHER_NAMES = /\b(terms|conditions|cookies?|acceptable use|eula|agreement|addendum|sub-?processors)\b/i;

/** And those that are told apart by name. */
const KINDS = [
  ["cookie-policy", /\bcookies?\b/i],
  ["terms", /\b(?:terms|conditions|eula)\b/i],
];

/** What policies speak of, in words that other texts use less. */
const TOPICS = [
  /\bprivacy\b/g,
  /\bpersonal(?:ly)?[ -](?:identif\w+ )?(?:information|data)\b/g,
  /\b(?:your|user|customer|visitor)s?['’]? (?:information|data)\b/g,
  /\bwe (?:(?:may|will|also|might|can|do not|never|only) )?(?:collect|use|share|disclose|process|store|retain|obtain|sell|receive)\b/g,
  /\b(?:information|data) (?:that )?(?:we|you|is|are|may be|collected|provided|about you)\b/g,
  /\bthird[ -]part(?:y|ies)\b/g,
  /\bcookies?\b/g,
  /\b(?:e-?mail|ip|postal|mailing) address/g,
  /\b(?:opt(?:ing)?[ -]?(?:out|in)|unsubscribe|consent|withdraw)\b/g,
  /\b(?:delete|deletion|erasure|retention|retain|access|correct|rectif\w+|portability)\b/g,
  /\b(?:security|secure|encrypt\w*|unauthori[sz]ed)\b/g,
  /\b(?:gdpr|ccpa|coppa|data protection|controller|children|under (?:the age of )?1[368])\b/g,
];

/** "Data" in other languages: such a policy goes to the service, which can say what language it is in. */
const FOREIGN_DATA =
  /daten|données|datos|dati(?!\p{L})|gegevens|dados(?!\p{L})|uppgifter|oplysninger|opplysninger|tietoja|danych|osobních|данн|даних|адат|データ|数据|个人信息|개인정보/gu;

const FEWEST_WORDS = 100;

/** The more of address, title and headings name a policy, the less its words must say; tuned on 2,000 policies. */
const ENOUGH = [
  { names: 1, topics: 6, per100: 4 },
  { names: 2, topics: 5, per100: 2.5 },
];
const ENOUGH_FOREIGN = { names: 2, per100: 0.3 };

/**
 * Return whether `page` is a privacy policy, by its address, its title, its headings and its words.
 *
 * @param {Pick<import("./extract.js").Page, "url" | "title" | "headings" | "text" | "fields">} page
 */
export function looksLikePolicy(page) {
  if (isPersonal(page)) return false;
  const { url, title, headings, text } = page;
  const heading = firstOf(headings);
  if (isCalledOtherwise(title, heading)) return false;
  const names = [decoded(new URL(url).pathname), title, heading].filter((name) => NAMES.test(name)).length;
  return names > 0 && speaksLikePolicy(text.toLowerCase(), names);
}

/**
 * Return which other document of a site the page is called: "cookie-policy", "terms" or "" for none.
 *
 * @param {Pick<import("./extract.js").Page, "title" | "headings">} page
 */
export function otherDocument({ title, headings }) {
  const heading = firstOf(headings);
  if (!isCalledOtherwise(title, heading)) return "";
  return KINDS.find(([, name]) => name.test(title) || name.test(headings[0] ?? ""))?.[0] ?? "";
}

const firstOf = (headings) => headings.slice(0, 3).join("\n");

const isCalledOtherwise = (title, heading) =>
  [title, heading].some((name) => OTHER_NAMES.test(name)) && !NAMES.test(title + heading);

function speaksLikePolicy(text, names) {
  const words = text.split(/\s+/).length;
  const per100 = (pattern) => (100 * (text.match(pattern)?.length ?? 0)) / words;
  const densities = TOPICS.map(per100);
  const topics = densities.filter(Boolean).length;
  const density = densities.reduce((sum, each) => sum + each, 0);
  if (words < FEWEST_WORDS) return false;
  if (ENOUGH.some((enough) => names >= enough.names && topics >= enough.topics && density >= enough.per100))
    return true;
  return names >= ENOUGH_FOREIGN.names && per100(FOREIGN_DATA) >= ENOUGH_FOREIGN.per100;
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray "%" stands for itself
  }
}
