import assert from "node:assert/strict";
import { test } from "node:test";

/** A browser that has one tab, whose page is a router's. */
const written = {};
let listener;
let injected = async () => [
  {
    result: {
      url: "http://192.168.1.1/",
      title: "",
      contentType: "text/html",
      headings: [],
      text: "",
      html: "",
      fields: false,
      complete: true,
    },
  },
];
globalThis.chrome = {
  runtime: { onMessage: { addListener: (added) => (listener = added) } },
  storage: { local: { get: async (defaults) => defaults } },
  scripting: { executeScript: (injection) => injected(injection) },
  action: {
    setBadgeText: async ({ text }) => (written.text = text),
    setTitle: async ({ title }) => (written.title = title),
  },
};
await import("../../extension/background.js");

const ask = (message) => new Promise((reply) => assert.equal(listener(message, {}, reply), true));

test("a message is answered with a state", async () => {
  assert.deepEqual(await ask({ name: "read", tabId: 7 }), { answer: { kind: "not-a-policy" } });
});

test("the page is read in the tab that was named", async () => {
  let target;
  const before = injected;
  injected = (injection) => ((target = injection.target), before(injection));

  await ask({ name: "read", tabId: 7 });

  assert.deepEqual(target, { tabId: 7 });
});

test("a page that the browser keeps closed is an answer too", async () => {
  injected = () => Promise.reject(new Error("Cannot access a chrome:// URL"));

  assert.deepEqual(await ask({ name: "read", tabId: 7 }), { answer: { kind: "unreadable-page", why: "browser" } });
});

for (const name of ["delete-everything", "constructor", undefined]) {
  test(`the message ${name} is an error, not silence`, async () => {
    assert.deepEqual(await ask({ name }), { error: `Error: No handler for "${name}"` });
  });
}

test("nothing is written beside the toolbar button where there is no summary", () => {
  assert.deepEqual(written, {});
});
