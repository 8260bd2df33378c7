import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";

const SUMMARY = {
  document: { title: "", words: 200, reading_minutes: 1, policy_date: null },
  grade: null,
  overview: [],
  badges: [{ practice: "sells-data", stance: "does", level: "warning" }],
  findings: [],
  not_stated: [],
  contradictions: [],
  actions: [],
};
const WORDS =
  "We collect your personal information, and third parties may use cookies. You can delete your data. ".repeat(20);
const POLICY = {
  url: "https://shop.example/privacy",
  title: "Privacy policy",
  contentType: "text/html",
  headings: ["Privacy policy"],
  text: `Privacy policy. ${WORDS} Privacy, consent, security and your e-mail address.`,
  html: "<h1>Privacy policy</h1>",
  fields: false,
  complete: true,
};
const ROUTER = { ...POLICY, url: "http://192.168.1.1/", title: "Router", headings: [], text: "" };

/** A browser that has one tab, and a service that finds one warning in everything. */
const browser = { page: POLICY, tab: {}, label: {}, injected: async () => [{ result: browser.page }] };
let listener;
let sent;
globalThis.chrome = {
  runtime: {
    onMessage: { addListener: (added) => (listener = added) },
    getManifest: () => ({ action: { default_title: "Read it" } }),
  },
  storage: { local: { get: async (defaults) => defaults } },
  tabs: { get: async () => browser.tab },
  scripting: { executeScript: (injection) => browser.injected(injection) },
  action: {
    setBadgeText: async ({ text }) => (browser.label.text = text),
    setTitle: async ({ title }) => (browser.label.title = title),
  },
};
const ask = (message) => new Promise((reply) => assert.equal(listener(message, {}, reply), true));
const read = () => ask({ name: "read", tabId: 7 });

before(() => import("../../extension/background.js"));

beforeEach(() => {
  browser.page = POLICY;
  browser.tab = { url: POLICY.url, incognito: false };
  browser.label = { text: "9", title: "of the page before" };
  browser.injected = async () => [{ result: browser.page }];
  mock.method(globalThis, "fetch", async (_url, { body }) => {
    sent = JSON.parse(body);
    return Response.json(SUMMARY);
  });
});

test("a message is answered with a state", async () => {
  assert.equal((await read()).answer.kind, "summary");
});

test("the page is read in the tab that was named", async () => {
  browser.injected = mock.fn(browser.injected);

  await read();

  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].target, { tabId: 7 });
});

test("the address of a page in a private window is not told", async () => {
  browser.tab.incognito = true;

  await read();

  assert.ok(!("url" in sent));
});

test("the warnings are counted beside the toolbar button", async () => {
  await read();

  assert.deepEqual(browser.label, { text: "1", title: "Smallprint: 1 warning" });
});

test("the count of a page that has gone is not written", async () => {
  browser.injected = async () => {
    browser.tab = { url: "https://elsewhere.example/", incognito: false };
    return [{ result: POLICY }];
  };

  await read();

  assert.deepEqual(browser.label, { text: "", title: "Read it" });
});

test("no warning is no all-clear", async () => {
  mock.method(globalThis, "fetch", async () => Response.json({ ...SUMMARY, badges: [] }));

  await read();

  assert.deepEqual(browser.label, { text: "", title: "Read it" });
});

test("nothing stays beside the toolbar button where there is no summary", async () => {
  browser.page = ROUTER;

  assert.equal((await read()).answer.kind, "not-a-policy");
  assert.deepEqual(browser.label, { text: "", title: "Read it" });
});

for (const message of [
  "Cannot access a chrome:// URL",
  "The extensions gallery cannot be scripted.",
  "Missing host permission for the tab",
  "Frame with ID 0 is showing error page",
]) {
  test(`"${message}" is an answer too`, async () => {
    browser.injected = () => Promise.reject(new Error(message));

    assert.deepEqual(await read(), { answer: { kind: "unreadable-page", why: "browser" } });
  });
}

test("a page that goes while it is read is read again", async () => {
  const good = browser.injected;
  browser.injected = () => {
    browser.injected = good;
    return Promise.reject(new Error("Frame with ID 0 was removed."));
  };

  assert.equal((await read()).answer.kind, "summary");
});

for (const name of ["delete-everything", "constructor", undefined]) {
  test(`the message ${name} is an error, not silence`, async () => {
    assert.deepEqual(await ask({ name }), { error: `Error: No handler for "${name}"` });
  });
}
