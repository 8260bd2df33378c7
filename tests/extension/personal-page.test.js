import assert from "node:assert/strict";
import test from "node:test";

import { isPersonal } from "../../extension/personal-page.js";

const page = (changes) => ({
  url: "https://shop.example/legal/privacy",
  title: "Privacy policy – The Crooked Shelf",
  headings: ["Privacy policy", "Your data"],
  text: "We keep your account balance for 7 years. Log out when you have signed in. Our IBAN is no secret: write to us.",
  fields: false,
  ...changes,
});

test("a policy that speaks of accounts is nobody's own", () => assert.ok(!isPersonal(page())));

for (const url of [
  "https://mail.example.org/u/0/privacy",
  "https://email.example.org/privacy",
  "https://owa.example.org/privacy",
  "https://accounts.example.org/privacy",
  "https://example.org/inbox/4711",
  "https://example.org/Inbox/1",
  "https://example.org/owa/privacy",
  "https://example.org/roundcube/",
  "https://example.org/zimbra/",
  "https://example.org/e-mail/",
  "https://example.org/correo/",
  "https://example.org/secure-messages/1",
  "https://docs.example.org/privacy/edit",
]) {
  test(`${url} is somebody's own`, () => assert.ok(isPersonal(page({ url }))));
}

for (const name of [
  "Privacy settings",
  "Privacy dashboard",
  "Privacy preferences",
  "Privacy center",
  "Data privacy centre",
  "Your account and your privacy",
  "Privacy request 4711",
  "Messages: our new privacy policy",
  "Privacy policy (draft)",
  "Inbox (3): our new privacy policy",
  "Our new privacy policy – ada@example.org – Mail",
  "Datenschutz-Einstellungen",
]) {
  test(`a page called "${name}" is somebody's own`, () => {
    assert.ok(isPersonal(page({ title: name })));
    assert.ok(isPersonal(page({ headings: ["Harbour", name] })));
  });
}

for (const text of [
  "Account GB29 NWBK 6016 1331 9268 19.",
  "Account DE89370400440532013000.",
  "Card 5412 7512 3412 3456.",
  "Card •••• 3456.",
  "Your card ending in 3456.",
  "Available balance: £1,204.50",
  "Signed in as Ada.",
  "Home\nLog out\nPrivacy",
  "Dear Ada,",
  "From: shelf@shop.example",
]) {
  test(`a page that says "${text}" is somebody's own`, () => assert.ok(isPersonal(page({ text }))));
}

test("a page that asks for a password or can be written in is somebody's own", () => {
  assert.ok(isPersonal(page({ fields: true })));
});

for (const piece of ["AB12", "AB12 ", "1234 ", "balance ", "1", "Dear ", "From:", "a@", "privacy cent", "\n"]) {
  test(`a page of nothing but "${piece}" is checked in a moment`, { timeout: 10_000 }, () => {
    isPersonal(page({ text: piece.repeat(1_000_000 / piece.length), title: piece.repeat(10_000 / piece.length) }));
  });
}
