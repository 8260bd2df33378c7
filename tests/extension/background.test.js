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
const injected = async ({ func }) => [{ result: func.name === "pageLinks" ? [] : browser.page }];
const browser = { page: POLICY, tab: {}, label: {}, session: {}, opened: () => {}, injected };
let listener;
let sent;
globalThis.chrome = {
  runtime: {
    onMessage: { addListener: (added) => (listener = added) },
    onInstalled: { addListener: (added) => (browser.installed = added) },
    getManifest: () => ({ action: { default_title: "Read it" } }),
  },
  storage: {
    local: { get: async (defaults) => defaults },
    session: {
      get: async (key) => ({ [key]: browser.session[key] }),
      set: async (values) => void Object.assign(browser.session, values),
      remove: async (key) => void delete browser.session[key],
    },
  },
  tabs: {
    get: async () => browser.tab ?? Promise.reject(new Error("No tab with id: 7.")),
    onRemoved: { addListener: (added) => (browser.closed = added) },
  },
  contextMenus: {
    removeAll: async () => {},
    create: (entry) => (browser.menu = entry),
    onClicked: { addListener: (added) => (browser.chosen = added) },
  },
  scripting: { executeScript: (injection) => browser.injected(injection), insertCSS: async () => {} },
  action: {
    openPopup: async () => browser.opened(),
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
  browser.injected = injected;
  browser.session = {};
  browser.opened = () => {};
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

  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].target, { tabId: 7, frameIds: [0] });
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
    browser.tab.url = "chrome://version/";

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

const select = (changes) => browser.chosen({ frameId: 0, selectionText: "plain words", ...changes }, { id: 7 });

test("the menu of selected text has an entry of ours", async () => {
  await browser.installed();

  assert.deepEqual(browser.menu, { id: "selection", title: "Summarise the selected text", contexts: ["selection"] });
});

test("what is selected is read once, then the page again", async () => {
  select();

  assert.deepEqual(await ask({ name: "is-selected", tabId: 7 }), { answer: true });
  assert.deepEqual(await ask({ name: "is-selected", tabId: 7 }), { answer: false });
  assert.equal((await ask({ name: "read-selection", tabId: 7 })).answer.from, "selection");
  assert.ok(!("url" in sent));
});

test("the selection is read in the frame that it is in", async () => {
  browser.injected = mock.fn(browser.injected);

  select({ frameId: 3 });
  await ask({ name: "is-selected", tabId: 7 });

  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].target, { tabId: 7, frameIds: [3] });
  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].args, ["selection"]);
});

test("where the selection cannot be read, what the browser says of it is taken", async () => {
  browser.injected = () => Promise.reject(new Error("Cannot access contents of the page."));

  select();
  await ask({ name: "is-selected", tabId: 7 });
  await ask({ name: "read-selection", tabId: 7 });

  assert.equal(sent.text, "plain words");
});

test("what was selected on another page is not read", async () => {
  select();
  await ask({ name: "is-selected", tabId: 7 });
  browser.tab = { ...browser.tab, url: "https://elsewhere.example/" };

  select();
  browser.tab = { ...browser.tab, url: "https://shop.example/" };
  assert.deepEqual(await ask({ name: "is-selected", tabId: 7 }), { answer: false });
});

test("where the popup does not open by itself, the button says that something waits", async () => {
  browser.opened = () => Promise.reject(new Error("openPopup requires a user gesture"));

  select();
  await ask({ name: "is-selected", tabId: 7 });

  assert.deepEqual(browser.label, { text: "…", title: "Smallprint: click to see what your selection says" });
});

test("nothing is kept of a tab that was closed", async () => {
  select();
  await ask({ name: "is-selected", tabId: 7 });
  await browser.closed(7);

  assert.deepEqual(browser.session, {});
});

test("a tab that is closed while it is read is an answer too", async () => {
  browser.injected = async () => {
    browser.tab = null;
    throw new Error("The tab was closed.");
  };

  assert.deepEqual(await read(), { answer: { kind: "unreadable-page", why: "moved" } });
  assert.deepEqual(await read(), { answer: { kind: "unreadable-page", why: "closed" } });
});

test("a quote in a page that has gone was not found", async () => {
  browser.injected = () => Promise.reject(new Error("The tab was closed."));

  assert.deepEqual(await ask({ name: "show-quote", tabId: 7, quote: "x", part: 0 }), { answer: { found: 0 } });
});
