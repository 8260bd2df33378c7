/**
 * Whether a page shows something of its reader's own: an account, a letter, a payment. It is never sent unasked.
 */

/** Where letters and accounts lie. A policy that lies there too costs its reader a click. */
const HOST =
  /^(?:e?-?mail|webmail|owa|outlook|inbox|correo|roundcube|zimbra|(?:my-?)?accounts?|(?:online-?)?banking)\d*\./i;
const PATH =
  /\/(?:(?:web|e-?)?mail|owa|roundcube|zimbra|correo|inbox|drafts?|(?:secure-?)?messages?|chats?|accounts?|settings|preferences|dashboard|edit)(?:\/|$)/i;

/** What such pages are called, even where their names speak of privacy too. */
const NAME = new RegExp(
  [
    /\b(?:settings|dashboard|preferences|accounts?|requests?|messages?|drafts?|inbox|webmail)\b/,
    /\b(?:privacy|data|accounts?|messages?|preferences?|consent|security|safety|trust) cent(?:er|re)\b/,
    /einstellungen|posteingang|paramètres|configuración|impostazioni|instellingen/,
    /[\w.+-]@[\w-]+\.\w/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/** What only a page of one's own says. */
const SIGNS = [
  /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/, // an IBAN
  /\b\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}\b/, // the number of a card
  /[*•]{4} ?\d{4}\b/, // or what is shown of it
  /\bending (?:in |with )?\d{4}\b/i,
  /\b[Bb]alance:?\W{1,3}(?:[A-Z]{3} ?)?\d/,
  /\b(?:signed|logged) in as\b/i,
  /^(?:log|sign) ?out$/im,
  /^Dear \p{Lu}/mu,
  /^(?:from|to|cc|subject): /im,
];

/**
 * Return whether `page` is its reader's own, by its address, its title, its headings, its words and its fields.
 *
 * @param {Pick<import("./extract.js").Page, "url" | "title" | "headings" | "text" | "fields">} page
 */
export function isPersonal({ url, title, headings, text, fields }) {
  if (fields || isPersonalAddress(url)) return true;
  return [title, ...headings.slice(0, 3)].some((name) => NAME.test(name)) || SIGNS.some((sign) => sign.test(text));
}

/** Return whether letters or accounts lie at the address. */
export function isPersonalAddress(url) {
  const { hostname, pathname } = new URL(url);
  return HOST.test(hostname) || PATH.test(pathname);
}
