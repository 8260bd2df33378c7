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

const seen = ({ url, title, text }) => ({ url, title, chars: text.length });
const ADDRESS = "https://smallprint.example";

const problem = (type) => new Problem({ type, detail: "" }, 60);

/** The means to read `page`, and what the service was asked. */
function means(page, answers = {}) {
  const asked = [];
  const call = (name, result) => async (argument) => {
    asked.push([name, argument]);
    if (result instanceof Error) throw result;
    return result;
  };
  const service = {
    address: ADDRESS,
    summarise: call("summarise", answers.summarise ?? { id: "1" }),
    lookUp: call("lookUp", answers.lookUp ?? { domain: "bank.example", documents: [{ summary: {} }] }),
  };
  return { asked, run: async () => page, service, isPrivate: false, seen: seen(page) };
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
    readAt: state.readAt,
    address: ADDRESS,
  });
  assert.ok(Date.now() - Date.parse(state.readAt) < 60_000);
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
  assert.deepEqual(state, {
    kind: "record",
    domain: "bank.example",
    documents: [{ summary: {} }],
    shown: 0,
    seen: seen(ACCOUNT),
    address: ADDRESS,
  });
});

test("of a page on the reader's own network nothing is sent at all", async () => {
  const page = { ...ACCOUNT, url: "http://192.168.1.1/status" };
  const given = means(page);

  assert.deepEqual(await read(given), { kind: "not-a-policy", seen: seen(page), address: ADDRESS });
  assert.deepEqual(given.asked, []);
});

for (const url of [
  "http://127.0.0.1/privacy",
  "https://wiki.corp/privacy",
  "http://192.168.1.7/privacy",
  "file:///home/ada/privacy.html",
]) {
  test(`a policy at ${url} is sent by its reader's word alone`, async () => {
    const given = means({ ...POLICY, url });

    assert.equal((await read(given)).kind, "own-network");
    assert.deepEqual(given.asked, []);
    assert.equal((await readAnyway(given)).kind, "summary");
  });
}

test("from a private window a policy is sent without its address, so that it comes on no record", async () => {
  const given = { ...means(POLICY), isPrivate: true };

  const state = await read(given);

  assert.deepEqual(given.asked, [["summarise", { html: POLICY.html, title: "Privacy policy" }]]);
  assert.equal(state.url, "https://www.shop.example/privacy");
});

test("the reader can say that it is the policy", async () => {
  const given = means(ACCOUNT);

  assert.equal((await readAnyway(given)).kind, "summary");
});

for (const changes of [
  { url: "https://www.bank.example/payments" },
  { title: "Your payments" },
  { text: "GB29 NWBK and much more than that" },
]) {
  test(`a page that has changed to ${JSON.stringify(changes)} is not sent`, async () => {
    const now = { ...ACCOUNT, ...changes };
    const given = { ...means(now), seen: seen(ACCOUNT) };

    assert.deepEqual(await readAnyway(given), { kind: "page-changed", seen: seen(now), address: ADDRESS });
    assert.deepEqual(given.asked, []);
  });
}

test("a page with a clock in it is still the same", async () => {
  const given = { ...means({ ...POLICY, text: `${POLICY.text} 10:59` }), seen: seen(POLICY) };

  assert.equal((await readAnyway(given)).kind, "summary");
});

test("a site that is looked up by choice and not known is not offered to be read once more", async () => {
  const given = means(POLICY, { lookUp: problem("unknown-domain") });
  assert.deepEqual(await lookUp(given), { kind: "nothing-on-record", domain: "shop.example" });

  const own = means({ ...POLICY, url: "http://192.168.1.1/" });
  assert.deepEqual(await lookUp(own), { kind: "nothing-on-record", domain: "" });
  assert.deepEqual(own.asked, []);
});

test("what a service adds to a record changes nothing of what happened", async () => {
  const lookedUp = { domain: "bank.example", documents: [{ summary: {} }], kind: "broken", shown: 7, seen: null };

  const state = await read(means(ACCOUNT, { lookUp: lookedUp }));

  assert.deepEqual([state.kind, state.shown, state.seen], ["record", 0, seen(ACCOUNT)]);
});

test("the reader can have the site of a policy looked up", async () => {
  const given = means(POLICY);

  await lookUp(given);

  assert.deepEqual(given.asked, [["lookUp", "shop.example"]]);
});

for (const [what, page, answers, state] of [
  [
    "a site without a record is unknown",
    ACCOUNT,
    { lookUp: problem("unknown-domain") },
    { kind: "unknown", domain: "bank.example", seen: seen(ACCOUNT), address: ADDRESS },
  ],
  [
    "a record without documents is none",
    ACCOUNT,
    { lookUp: { domain: "bank.example", documents: [] } },
    { kind: "unknown", domain: "bank.example", seen: seen(ACCOUNT), address: ADDRESS },
  ],
  [
    "a page can be sent though nothing can be looked up",
    ACCOUNT,
    { lookUp: problem("store-away") },
    { kind: "service-away", why: "store-away", seen: seen(ACCOUNT), address: ADDRESS },
  ],
  [
    "a name that can have no record has none",
    ACCOUNT,
    { lookUp: problem("bad-request") },
    { kind: "unknown", domain: "bank.example", seen: seen(ACCOUNT), address: ADDRESS },
  ],
  [
    "a lookup may find the service away",
    ACCOUNT,
    { lookUp: new ServiceAway("slow") },
    { kind: "service-away", why: "slow", address: ADDRESS, seconds: null },
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

test("a page that gives way to another is asked once more", async () => {
  let asked = 0;
  const run = async () => {
    asked += 1;
    if (asked === 1) throw new UnreadablePage("moved");
    return POLICY;
  };

  assert.equal((await read({ ...means(POLICY), run })).kind, "summary");
});

test("a page that gives way again and again is named as such", async () => {
  const given = { ...means(POLICY), run: () => Promise.reject(new UnreadablePage("moved")) };

  assert.deepEqual(await read(given), { kind: "unreadable-page", why: "moved" });
});

test("a page that may not be read is named as such", async () => {
  const given = { ...means(POLICY), run: () => Promise.reject(new UnreadablePage("browser")) };

  assert.deepEqual(await read(given), { kind: "unreadable-page", why: "browser" });
});

test("a page that never ends loading is given up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const state = read({ ...means(POLICY), run: () => new Promise(() => {}) });
  t.mock.timers.tick(10_000);

  assert.deepEqual(await state, { kind: "unreadable-page", why: "loading" });
});
