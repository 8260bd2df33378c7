import assert from "node:assert/strict";
import test from "node:test";

import { looksLikePolicy } from "../../extension/looks-like-policy.js";

const POLICY = `This privacy policy says what personal information we collect when you use our shop.
We collect your name, your postal address and your e-mail address when you order. We use cookies, and third parties may
use them too. We share your information with the companies that deliver parcels. We do not sell your data.
You can ask us to delete your personal data, or opt out of our newsletter. We keep your information secure.
We do not knowingly collect data about children. If you have questions about your privacy, write to us.
The data that we collect is kept for seven years. We may share personal information if the law requires our shop to do so.`;

const PROSE =
  "The lighthouse stands on the northern coast and is seen from twenty miles out at sea in clear weather. ".repeat(30);

const page = (changes) => ({
  url: "https://shop.example/legal/privacy",
  title: "Privacy policy – The Crooked Shelf",
  headings: ["Privacy policy"],
  text: POLICY,
  fields: false,
  ...changes,
});

test("a page that is called a policy and speaks like one is one", () => {
  assert.ok(looksLikePolicy(page()));
});

test("one name is enough where the words are plain", () => {
  assert.ok(looksLikePolicy(page({ url: "https://shop.example/p/17", headings: [] })));
  assert.ok(looksLikePolicy(page({ url: "https://shop.example/p/17", title: "" })));
  assert.ok(looksLikePolicy(page({ title: "", headings: [] })));
});

test("words without a name are not enough", () => {
  assert.ok(!looksLikePolicy(page({ url: "https://shop.example/p/17", title: "The Crooked Shelf", headings: [] })));
});

test("a name without words is not enough", () => {
  assert.ok(!looksLikePolicy(page({ text: PROSE })));
  assert.ok(!looksLikePolicy(page({ text: "Privacy policy" })));
  assert.ok(!looksLikePolicy(page({ text: "" })));
});

test("a long page that quotes a policy is none", () => {
  assert.ok(!looksLikePolicy(page({ text: PROSE.repeat(3) + POLICY })));
});

test("a page of the reader's own is none, whatever it says", () => {
  assert.ok(!looksLikePolicy(page({ url: "https://mail.example.org/u/0/privacy" })));
  assert.ok(!looksLikePolicy(page({ title: "Privacy settings" })));
  assert.ok(!looksLikePolicy(page({ fields: true })));
});

test("terms and cookie policies are none", () => {
  const url = "https://shop.example/privacy-and-terms/2";
  assert.ok(!looksLikePolicy(page({ url, title: "Terms of Service", headings: ["Terms of Service"] })));
  assert.ok(!looksLikePolicy(page({ url, title: "Cookie policy", headings: ["How we use cookies"] })));
});

test("a policy in another language is one, so that the service can name the language", () => {
  const text =
    "Der Verantwortliche verarbeitet personenbezogene Daten der Kunden, um Bestellungen zu erfüllen. ".repeat(20);
  assert.ok(looksLikePolicy(page({ url: "https://laden.example/datenschutz", title: "Datenschutzerklärung", text })));
});

test("an address that is no proper UTF-8 is still an address", () => {
  assert.ok(looksLikePolicy(page({ url: "https://shop.example/%E9privacy" })));
});

for (const piece of ["privacy ", "we do not ", "a", "your ", "third-", "daten", "@a.", "\u00e9"]) {
  test(`a page of nothing but "${piece}" is checked in a moment`, { timeout: 10_000 }, () => {
    looksLikePolicy(page({ text: piece.repeat(1_000_000 / piece.length), title: piece.repeat(10_000) }));
  });
}
