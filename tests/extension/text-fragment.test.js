import assert from "node:assert/strict";
import { test } from "node:test";

import { withQuote } from "../../extension/summary/text-fragment.js";

for (const [what, url, quote, expected] of [
  ["a short quote is given whole", "https://shop.example/p", "We sell it.", "https://shop.example/p#:~:text=We%20sell%20it."],
  ["signs of the fragment are encoded", "https://a.example/", "a-b, c & d", "https://a.example/#:~:text=a%2Db%2C%20c%20%26%20d"],
  ["a fragment gives way", "https://a.example/#top", "We sell.", "https://a.example/#:~:text=We%20sell."],
  [
    "a long quote is given by its ends",
    "https://a.example/",
    "one two three four five six seven eight\n nine ten eleven twelve thirteen",
    "https://a.example/#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
  ],
  ["half a character does no harm", "https://a.example/", "a\ud800", "https://a.example/#:~:text=a%EF%BF%BD"],
]) {
  test(what, () => assert.equal(withQuote(url, quote), expected));
}
