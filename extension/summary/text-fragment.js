/**
 * Addresses that lead to a quote: https://wicg.github.io/scroll-to-text-fragment.
 */

/** A longer quote is given by its first and last words: the whole of it is found within one paragraph only. */
const MAX_WORDS = 12;
const END_WORDS = 5;

/** Return `url` with the fragment that makes browsers go to `quote` and mark it. */
export function withQuote(url, quote) {
  const words = quote.split(/\s+/).filter(Boolean);
  const ends = words.length > MAX_WORDS ? [words.slice(0, END_WORDS), words.slice(-END_WORDS)] : [words];
  const text = ends.map((part) => encoded(part.join(" "))).join(",");
  return `${url.replace(/#.*$/s, "")}#:~:text=${text}`;
}

/** "-", "," and "&" have a meaning in the fragment; encodeURIComponent leaves the first as it is. */
const encoded = (text) => encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
