import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.chrome = {}; // nothing of it may be needed
const { UnreadablePage } = await import("../../extension/browser.js");
const { lookUp, read, readAnyway } = await import("../../extension/reading.js");
const { Problem, ServiceAway } = await import("../../extension/summary/service.js");

const WORDS =
  "We collect your personal information, and third parties may use cookies. You can delete your data. ".repeat(20);

const POLICY = {
  url: "https://www.shop.example/privacy?session=4711#top",
  title: "Privacy policy",
  contentType: "text/html",
  headings: ["Privacy policy"],
  text: `Privacy policy. ${WORDS} Privacy, consent, security and your e-mail address.`,
  html: "<h1>Privacy policy</h1>",
  fields: false,
  complete: true,
};
const ACCOUNT = {
  ...POLICY,
  url: "https://www.bank.example/account/GB29?iban=GB29",
  title: "Your account",
  headings: [],
  text: "GB29 NWBK",
};

/** The means to read `page`, and what the service was asked. */
function means(page, answers = {}) {
  const asked = [];
  const call = (name, result) => async (argument) => {
    asked.push([name, argument]);
    if (result instanceof Error) throw result;
    return result;
  };
  const service = {
    address: "https://smallprint.example",
    summarise: call("summarise", answers.summarise ?? { id: "1" }),
    lookUp: call("lookUp", answers.lookUp ?? { domain: "bank.example", documents: [{ summary: {} }] }),
  };
  return { asked, run: async () => page, service };
}

test("a policy is sent as its words, its title and its address without query", async () => {
  const given = means(POLICY);

  const state = await read(given);

  assert.deepEqual(given.asked, [
    ["summarise", { html: POLICY.html, title: "Privacy policy", url: "https://www.shop.example/privacy" }],
  ]);
  assert.deepEqual(state, {
    kind: "summary",
    from: "page",
    url: "https://www.shop.example/privacy",
    summary: { id: "1" },
  });
});

test("a policy in plain text is sent as text", async () => {
  const given = means({ ...POLICY, contentType: "text/plain" });

  await read(given);

  assert.equal(given.asked[0][1].text, POLICY.text);
  assert.ok(!("html" in given.asked[0][1]));
});

test("of any other page the site's name is sent, and nothing more", async () => {
  const given = means(ACCOUNT);

  const state = await read(given);

  assert.deepEqual(given.asked, [["lookUp", "bank.example"]]);
  assert.deepEqual(state, { kind: "record", domain: "bank.example", documents: [{ summary: {} }], shown: 0 });
});

test("of a page on the reader's own network nothing is sent at all", async () => {
  const given = means({ ...ACCOUNT, url: "http://192.168.1.1/status" });

  assert.deepEqual(await read(given), { kind: "not-a-policy" });
  assert.deepEqual(given.asked, []);
});

test("the reader can say that it is the policy", async () => {
  const given = means(ACCOUNT);

  assert.equal((await readAnyway(given)).kind, "summary");
});

test("the reader can have the site of a policy looked up", async () => {
  const given = means(POLICY);

  await lookUp(given);

  assert.deepEqual(given.asked, [["lookUp", "shop.example"]]);
});

const problem = (type) => new Problem({ type, detail: "" }, 60);

for (const [what, page, answers, state] of [
  [
    "a site without a record is unknown",
    ACCOUNT,
    { lookUp: problem("unknown-domain") },
    { kind: "unknown", domain: "bank.example" },
  ],
  [
    "a name that can have no record is not asked for again",
    ACCOUNT,
    { lookUp: problem("bad-request") },
    { kind: "not-a-policy" },
  ],
  [
    "a lookup may find the service away",
    ACCOUNT,
    { lookUp: new ServiceAway("slow") },
    { kind: "service-away", why: "slow", address: "https://smallprint.example" },
  ],
  [
    "a policy may be refused",
    POLICY,
    { summarise: problem("too-short") },
    { kind: "refused", why: "too-short", language: undefined, detail: "" },
  ],
  ["a page beyond all bounds is not sent", { ...POLICY, complete: false }, {}, { kind: "refused", why: "too-large" }],
  ["a PDF is named as one", { ...POLICY, contentType: "application/pdf" }, {}, { kind: "unreadable-page", why: "pdf" }],
]) {
  test(what, async () => assert.deepEqual(await read(means(page, answers)), state));
}

test("a page that may not be read is named as such", async () => {
  const given = { ...means(POLICY), run: () => Promise.reject(new UnreadablePage("no")) };

  assert.deepEqual(await read(given), { kind: "unreadable-page", why: "browser" });
});

test("a page that never ends loading is given up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const state = read({ ...means(POLICY), run: () => new Promise(() => {}) });
  t.mock.timers.tick(10_000);

  assert.deepEqual(await state, { kind: "unreadable-page", why: "loading" });
});
