import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { storageArea } from "./storage.js";

const storage = storageArea();
globalThis.chrome = { storage: { local: storage } };
const { forget, keep, listKept, recall } = await import("../../extension/kept.js");

const document = (url, changes = {}) => ({
  url,
  read_at: "2026-11-20T08:00:00Z",
  summary: { document: { title: `Policy at ${url}` }, ...changes },
});
const urls = (documents) => documents.map(({ url }) => url);

beforeEach(() => storage.clear());

test("what was read of a page is found again, whatever its query and fragment are", async () => {
  await keep(document("https://shop.example/privacy?session=4711#top"));

  const [found] = await recall("https://shop.example/privacy?utm=1");

  assert.equal(found.summary.document.title, "Policy at https://shop.example/privacy?session=4711#top");
  assert.doesNotMatch(Object.keys(storage.values()).join(), /4711|session/);
});

test("neither is its query, fragment or user kept anywhere", async () => {
  await keep({ ...document("https://ada:secret@shop.example/privacy?session=4711#top"), summary: { document: {} } });

  assert.doesNotMatch(JSON.stringify(storage.values()), /4711|session|ada|secret|top/);
});

test("the page's own document comes first, then those of its site, and nobody else's", async () => {
  for (const url of ["https://shop.co.uk/privacy", "https://app.shop.co.uk/privacy", "https://other.co.uk/privacy"])
    await keep(document(url));

  assert.deepEqual(urls(await recall("https://shop.co.uk/privacy")), [
    "https://shop.co.uk/privacy",
    "https://app.shop.co.uk/privacy",
  ]);
  assert.deepEqual(urls(await recall("https://www.shop.co.uk/")), [
    "https://app.shop.co.uk/privacy",
    "https://shop.co.uk/privacy",
  ]);
  assert.deepEqual(await recall("https://www.elsewhere.co.uk/"), []);
});

for (const address of ["chrome://version/", "about:blank", "", "file:///etc/passwd"]) {
  test(`nothing is kept of "${address}"`, async () => {
    await keep(document(address));

    assert.deepEqual(await recall(address), []);
    assert.deepEqual(storage.values(), {});
  });
}

test("a page that is read again is kept once, as the latest", async () => {
  for (const url of ["https://a.example/p", "https://b.example/p", "https://a.example/p"]) await keep(document(url));

  assert.deepEqual(urls(await listKept()), ["https://a.example/p", "https://b.example/p"]);
});

test("fifty are kept, and of the others nothing stays", async () => {
  for (let index = 0; index < 53; index += 1) await keep(document(`https://site${index}.example/p`));

  const kept = urls(await listKept());
  assert.equal(kept.length, 50);
  assert.equal(kept[0], "https://site52.example/p");
  assert.equal(kept.at(-1), "https://site3.example/p");
  assert.equal(Object.keys(storage.values()).length, 51);
});

test("no more than four megabytes are kept", async () => {
  const long = { padding: "x".repeat(1024 * 1024) };
  for (let index = 0; index < 6; index += 1) await keep(document(`https://site${index}.example/p`, long));

  assert.deepEqual(urls(await listKept()), ["https://site5.example/p", "https://site4.example/p", "https://site3.example/p"]);
  assert.ok(JSON.stringify(storage.values()).length < 4 * 1024 * 1024);

  await keep(document("https://huge.example/p", { padding: "x".repeat(5 * 1024 * 1024) }));
  assert.equal((await listKept()).length, 3);
});

test("two that are kept at the same time are both kept", async () => {
  await Promise.all(["a", "b", "c"].map((name) => keep(document(`https://${name}.example/p`))));

  assert.deepEqual(urls(await listKept()).toSorted(), [
    "https://a.example/p",
    "https://b.example/p",
    "https://c.example/p",
  ]);
});

test("what is forgotten leaves nothing", async () => {
  await keep(document("https://a.example/p"));
  await keep(document("https://b.example/p"));

  await forget(["https://a.example/p"]);
  assert.deepEqual(urls(await listKept()), ["https://b.example/p"]);
  assert.doesNotMatch(JSON.stringify(storage.values()), /a\.example/);

  await forget(["https://b.example/p"]);
  assert.doesNotMatch(JSON.stringify(storage.values()), /example/);
});

test("an entry says what it is, when it was read and how much room it takes", async () => {
  await keep(document("https://www.shop.example/privacy"));

  const [entry] = await listKept();

  assert.equal(entry.title, "Policy at https://www.shop.example/privacy");
  assert.equal(entry.readAt, "2026-11-20T08:00:00Z");
  assert.equal(entry.bytes, JSON.stringify(storage.values()["kept https://www.shop.example/privacy"]).length);
});
