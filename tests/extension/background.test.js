import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, beforeEach, mock, test } from "node:test";

import { storageArea } from "./storage.js";

const SUMMARY = {
  id: "1",
  analysis: "a",
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
const storage = storageArea();
let listener;
let visited;
let sent;
let asked = [];
const english = JSON.parse(readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url)));
globalThis.chrome = {
  i18n: { getMessage: (key) => english[key]?.message ?? "", getUILanguage: () => "en-US" },
  runtime: {
    onMessage: { addListener: (added) => (listener = added) },
    onInstalled: { addListener: (added) => (browser.installed = added) },
    getManifest: () => ({ action: { default_title: "Read it" } }),
  },
  storage: {
    local: storage,
    session: {
      get: async (key) => ({ [key]: browser.session[key] }),
      set: async (values) => void Object.assign(browser.session, values),
      remove: async (key) => void delete browser.session[key],
    },
  },
  permissions: { onAdded: { addListener: () => {} }, contains: async () => browser.isPermitted },
  webNavigation: { onCommitted: { addListener: (added) => (visited = added) } },
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
    setIcon: async ({ path }) => (browser.label.icon = path[16]),
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  },
};
const ask = (message) => new Promise((reply) => assert.equal(listener(message, {}, reply), true));
/** Return the answer, once all has been noted that the reader does not wait for. */
async function read() {
  const answer = await ask({ name: "read", tabId: 7 });
  await new Promise((done) => setTimeout(done, 100));
  return answer;
}

before(() => import("../../extension/background.js"));

beforeEach(() => {
  browser.page = POLICY;
  browser.tab = { url: POLICY.url, incognito: false };
  browser.label = { text: "9", title: "of the page before", icon: "of the page before" };
  browser.isPermitted = true;
  storage.clear();
  asked = [];
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

  assert.deepEqual(browser.label, { text: "1", title: "Smallprint: 1 warning", icon: "/icons/warning-16.png" });
});

test("the count of a page that has gone is not written", async () => {
  browser.injected = async () => {
    browser.tab = { url: "https://elsewhere.example/", incognito: false };
    return [{ result: POLICY }];
  };

  await read();

  assert.deepEqual(browser.label, { text: "", title: "Read it", icon: "/icons/16.png" });
});

test("no warning is no all-clear", async () => {
  mock.method(globalThis, "fetch", async () => Response.json({ ...SUMMARY, badges: [] }));

  await read();

  assert.deepEqual(browser.label, { text: "", title: "Read it", icon: "/icons/16.png" });
});

test("nothing stays beside the toolbar button where there is no summary", async () => {
  browser.page = ROUTER;

  assert.equal((await read()).answer.kind, "not-a-policy");
  assert.deepEqual(browser.label, { text: "", title: "Read it", icon: "/icons/16.png" });
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

const open = async () => (await ask({ name: "open", tabId: 7 })).answer;

test("the popup opens with the page", async () => {
  const { step, state } = await open();

  assert.deepEqual([step, state.kind, state.from], ["read", "summary", "page"]);
});

test("what is selected is read once as the popup opens, then the page again; asked for, it is read again", async () => {
  select();

  const { step, state } = await open();
  assert.deepEqual([step, state.from], ["read-selection", "selection"]);
  assert.ok(!("url" in sent));
  assert.equal((await open()).step, "read");
  assert.equal((await ask({ name: "read-selection", tabId: 7 })).answer.from, "selection");
});

test("the selection is read in the frame that it is in", async () => {
  browser.injected = mock.fn(browser.injected);

  select({ frameId: 3 });
  await open();

  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].target, { tabId: 7, frameIds: [3] });
  assert.deepEqual(browser.injected.mock.calls[0].arguments[0].args, ["selection"]);
});

test("where the selection cannot be read, what the browser says of it is taken", async () => {
  browser.injected = () => Promise.reject(new Error("Cannot access contents of the page."));

  select();
  await open();

  assert.equal(sent.text, "plain words");
});

test("what was selected on another page is not read", async () => {
  select();
  await open();
  browser.tab = { ...browser.tab, url: "https://elsewhere.example/" };

  select();
  browser.tab = { ...browser.tab, url: "https://shop.example/" };
  assert.equal((await open()).step, "read");
});

test("where the popup does not open by itself, the button says that something waits", async () => {
  browser.opened = () => Promise.reject(new Error("openPopup requires a user gesture"));

  select();
  await new Promise((done) => setTimeout(done, 100));

  assert.deepEqual(browser.label, { text: "…", title: "Smallprint: click to see what your selection says", icon: "/icons/16.png" });
});

test("a selection is not kept as if it were its page", async () => {
  select();
  await open();
  await new Promise((done) => setTimeout(done, 100));
  mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("Failed to fetch")));

  assert.deepEqual(storage.values(), {});
  assert.equal((await read()).answer.kind, "service-away");
});

test("a selection that cannot be read now is not answered by what was read of its page", async () => {
  await read();
  mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("Failed to fetch")));

  select();

  assert.equal((await open()).state.kind, "service-away");
});

test("nothing is kept of a tab that was closed", async () => {
  select();
  await open();
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

test("a popup that opens on a tab which is closed at once says so", async () => {
  browser.tab = null;

  const state = { kind: "unreadable-page", why: "closed" };
  assert.deepEqual(await ask({ name: "open", tabId: 7 }), { answer: { step: "read", state } });
});

test("a quote in a page that has gone was not found", async () => {
  browser.injected = () => Promise.reject(new Error("The tab was closed."));

  assert.deepEqual(await ask({ name: "show-quote", tabId: 7, quote: "x", part: 0 }), { answer: { found: 0 } });
});

test("a summary that was read is kept; when the service is away it is shown, with its day and why", async () => {
  await read();
  mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("Failed to fetch")));

  const { answer } = await read();

  assert.equal(answer.kind, "kept");
  assert.deepEqual(answer.documents[0].summary, SUMMARY);
  assert.equal(answer.away.kind, "service-away");
  assert.equal(browser.label.text, "1");
});

test("a page without anything kept says that the service is away", async () => {
  await read();
  browser.page = { ...POLICY, url: "https://elsewhere.example/privacy" };
  browser.tab.url = browser.page.url;
  mock.method(globalThis, "fetch", () => Promise.reject(new TypeError("Failed to fetch")));

  assert.equal((await read()).answer.kind, "service-away");
});

test("what is read in a private window is not kept", async () => {
  browser.tab.incognito = true;

  await read();

  assert.deepEqual(storage.values(), {});
});

test("how often badges are right is asked once", async () => {
  const practices = [{ id: "sells-data", stances: { does: { measured: { right: 23, judged: 25 } } } }];
  mock.method(globalThis, "fetch", async () => Response.json({ practices }));

  for (const _ of [1, 2]) {
    assert.deepEqual((await ask({ name: "measured", tabId: 7, analysis: "a" })).answer, {
      "sells-data:does": { right: 23, judged: 25 },
    });
  }
  assert.equal(fetch.mock.callCount(), 1);
  await ask({ name: "measured", tabId: 7, analysis: "b" });
  assert.equal(fetch.mock.callCount(), 2);
});

test("that a private window asked how often badges are right is not kept", async () => {
  browser.tab.incognito = true;
  mock.method(globalThis, "fetch", async () => Response.json({ practices: [] }));

  assert.deepEqual((await ask({ name: "measured", tabId: 7, analysis: "a" })).answer, {});
  assert.deepEqual(storage.values(), {});
});

test("a tab that is closed before its warnings are counted is no fault", async (t) => {
  const log = t.mock.method(console, "error", () => {});
  mock.method(globalThis, "fetch", async () => {
    browser.tab = null;
    return Response.json(SUMMARY);
  });

  assert.equal((await read()).answer.kind, "summary");
  assert.equal(log.mock.callCount(), 0);
  assert.equal(browser.label.text, "");
});

test("the history of a name on the own network is not asked for", async () => {
  assert.equal((await ask({ name: "history", domain: "router.lan" })).answer, null);
  assert.equal(fetch.mock.callCount(), 0);
});

/** Visit `url` in the tab, and return when all is done that is done then. */
async function visit(url, details = {}) {
  browser.tab.url = url;
  browser.label = { text: "", title: "Read it", icon: "/icons/16.png" };
  await visited({ tabId: 7, frameId: 0, url, ...details });
}

function knowing(entry) {
  mock.method(globalThis, "fetch", async (url) => {
    asked.push(new URL(url).pathname);
    return Response.json({ records: [entry] });
  });
}
const { hashOf } = await import("../../extension/lookups.js");
const shop = { hash: await hashOf("shop.example"), warnings: 2, badges: ["sells-data:does", "shares:does"] };

test("visits are looked up by their prefix where the reader wants it, and told once", async () => {
  asked = [];
  await storage.set({ automatic: true });
  knowing(shop);

  await visit("https://www.shop.example/basket?item=4711");
  assert.deepEqual(browser.label, {
    text: "2!",
    title: "Smallprint: 2 warnings on record for shop.example",
    icon: "/icons/warning-16.png",
  });

  await visit("https://www.shop.example/");
  assert.equal(browser.label.text, "2");
  assert.deepEqual(asked, [`/v1/lookup/${shop.hash.slice(0, 5)}`]);
});

for (const [what, change] of [
  ["by default", () => storage.clear()],
  ["without the permission", () => (browser.isPermitted = false)],
  ["in a private window", () => (browser.tab.incognito = true)],
]) {
  test(`nothing is asked ${what}`, async () => {
    asked = [];
    await storage.set({ automatic: true });
    knowing(shop);
    change();

    await visit("https://www.shop.example/");

    assert.deepEqual([asked, browser.label.text], [[], ""]);
  });
}

for (const url of [
  "http://localhost:3000/",
  "http://192.168.1.1/",
  "http://[::1]/",
  "http://printer.local/",
  "http://wiki.corp/",
  "http://intranet/",
  "https://co.uk/",
  "chrome-extension://abc/popup.html",
  "about:blank",
]) {
  test(`nothing is asked of ${url}`, async () => {
    asked = [];
    await storage.set({ automatic: true });
    knowing(shop);

    await visit(url);

    assert.deepEqual(asked, []);
  });
}

test("nothing is asked of what a page holds in a frame", async () => {
  asked = [];
  await storage.set({ automatic: true });
  knowing(shop);

  await visit("https://www.shop.example/", { frameId: 3 });

  assert.deepEqual(asked, []);
});

test("a site that was left while it was looked up is not labelled", async () => {
  await storage.set({ automatic: true });
  mock.method(globalThis, "fetch", async () => {
    await new Promise((done) => setTimeout(done, 30));
    return Response.json({ records: [shop] });
  });

  const slow = visited({ tabId: 7, frameId: 0, url: "https://www.shop.example/" });
  await visit("http://localhost/");
  await slow;

  assert.equal(browser.label.text, "");
});

test("what the reader has clicked for is not overwritten by a lookup that comes later", async () => {
  await storage.set({ automatic: true });
  let lookedUp;
  mock.method(globalThis, "fetch", async (url) => {
    if (!url.includes("/v1/lookup/")) return Response.json(SUMMARY);
    await new Promise((resolve) => (lookedUp = resolve));
    return Response.json({ records: [shop] });
  });

  const slow = visited({ tabId: 7, frameId: 0, url: POLICY.url });
  await read();
  lookedUp();
  await slow;

  assert.equal(browser.label.title, "Smallprint: 1 warning");
});
