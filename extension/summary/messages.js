/**
 * The messages of _locales in the reader's language, for the extension's pages and the page at / alike.
 *
 * The browser's own chrome.i18n serves no page of the web, knows no plurals, and speaks the browser's language: it says
 * what stands in the browser's own parts. Of the languages only the reader's is loaded, which no worker could do.
 */

const LANGUAGES = {
  de: () => import("../_locales/de/messages.json", { with: { type: "json" } }),
  en: () => import("../_locales/en/messages.json", { with: { type: "json" } }),
  es: () => import("../_locales/es/messages.json", { with: { type: "json" } }),
  fr: () => import("../_locales/fr/messages.json", { with: { type: "json" } }),
};

/** English as the messages are written in it, where the reader's browser does not say which. */
const ENGLISH = { language: "en", locale: "en-GB" };

/**
 * Return the first language of `tags` that there are messages in, and the tag itself, by which numbers and dates are
 * written: those who read German in Switzerland write them otherwise than those in Germany.
 *
 * @param {readonly string[]} tags in the reader's order, as in `navigator.languages`
 */
export function preferred(tags) {
  const known = tags.find((tag) => isTag(tag) && Object.hasOwn(LANGUAGES, languageOf(tag)));
  return known ? { language: languageOf(known), locale: known } : ENGLISH;
}

const languageOf = (tag) => tag.split("-")[0].toLowerCase();

function isTag(text) {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** The language that is spoken here, and the tag that the reader's browser gives it. */
export const { language, locale } = preferred(globalThis.navigator?.languages ?? []);

const { default: messages } = await LANGUAGES[language]();
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);
const dates = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

/** Return whether there is a message of that key. */
export const has = (key) => Object.hasOwn(messages, key);

/** Return the message `key`; `values` take the place of {names}. */
export function message(key, values = {}) {
  return messages[key].message.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? values[name] : place));
}

/** Return the form of the message `key` that goes with `count`, which is its {count}. */
export function plural(key, count, values = {}) {
  const form = `${key}_${plurals.select(count)}`;
  return message(has(form) ? form : `${key}_other`, { count: numbers.format(count), ...values });
}

/** Return `count` as the reader writes numbers. */
export const number = (count) => numbers.format(count);

/** Return the day of `time` in full. */
export const day = (time) => dates.format(new Date(time));

/** Return the name of the language `code`, "" for none that is known. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code);
  } catch {
    return ""; // the service did not say which, or in a way of its own
  }
}
