import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";

import { storageArea } from "./storage.js";

const storage = storageArea();
globalThis.chrome = { storage: { local: storage } };
const { forgetVisits, hashOf, isNews, keptOfVisits, lookUpQuietly } = await import("../../extension/lookups.js");
const { ServiceAway } = await import("../../extension/summary/service.js");

const HOUR = 60 * 60 * 1000;
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const entry = (domain, warnings = 3) => ({ hash: sha256(domain), warnings, badges: ["sells-data:does"] });

/** A service that has these records, and what it was asked. */
function serviceWith(records, address = "https://smallprint.example") {
  const asked = [];
  const lookUpPrefix = async (prefix) => {
    asked.push(prefix);
    if (records instanceof Error) throw records;
    return { prefix, records: records.filter(({ hash }) => hash.startsWith(prefix)), padding: "x".repeat(4000) };
  };
  return { asked, address, lookUpPrefix };
}

/** Later in every test, since a service that was away is left alone for a minute. */
let now = Date.parse("2026-11-25T12:00:00Z");
beforeEach(() => {
  storage.clear();
  now += 365 * 24 * HOUR;
});

test("a domain is hashed as the service hashes it", async () => {
  assert.equal(await hashOf("example.org"), sha256("example.org"));
});

test("five digits of the hash are all that is asked", async () => {
  const service = serviceWith([entry("shop.example"), entry("other.example")]);

  assert.deepEqual(await lookUpQuietly("shop.example", service, now), entry("shop.example"));

  assert.deepEqual(service.asked, [sha256("shop.example").slice(0, 5)]);
});

test("a domain that only shares its prefix with another is not that one", async () => {
  const hash = sha256("shop.example");
  const neighbour = { ...entry("shop.example"), hash: `${hash.slice(0, 63)}${hash[63] === "0" ? "1" : "0"}` };

  assert.equal(await lookUpQuietly("shop.example", serviceWith([neighbour]), now), null);
});

test("an answer serves for twelve hours, also that there is nothing", async () => {
  const service = serviceWith([entry("shop.example")]);
  for (const hours of [0, 1, 11.9]) {
    await lookUpQuietly("shop.example", service, now + hours * HOUR);
    await lookUpQuietly("unknown.example", service, now + hours * HOUR);
  }
  assert.equal(service.asked.length, 2);

  await lookUpQuietly("shop.example", service, now + 12 * HOUR);
  assert.equal(service.asked.length, 3);
});

test("an answer from the future, as a clock that was set back makes it, is asked anew", async () => {
  const service = serviceWith([]);
  await lookUpQuietly("shop.example", service, now);

  await lookUpQuietly("shop.example", service, now - HOUR);

  assert.equal(service.asked.length, 2);
});

test("the answers of one service are not another's", async () => {
  await lookUpQuietly("shop.example", serviceWith([entry("shop.example")]), now);
  const other = serviceWith([], "https://other.example");

  assert.equal(await lookUpQuietly("shop.example", other, now), null);
  assert.equal(other.asked.length, 1);
});

test("two tabs that ask at once ask once", async () => {
  const service = serviceWith([entry("shop.example")]);

  const found = await Promise.all([1, 2, 3].map(() => lookUpQuietly("shop.example", service, now)));

  assert.deepEqual(found, Array(3).fill(entry("shop.example")));
  assert.equal(service.asked.length, 1);
});

test("at most five hundred answers are kept, without their padding", async () => {
  const service = serviceWith([entry("site0.example")]);
  for (let index = 0; index < 510; index += 1) await lookUpQuietly(`site${index}.example`, service, now + index);

  assert.equal((await keptOfVisits()).answers, 500);
  assert.doesNotMatch(JSON.stringify(storage.values()), /xxxx/);
});

test("a service that is away is left alone for a minute, or for as long as it says", async () => {
  const gone = serviceWith(new ServiceAway("unreachable"));
  for (const seconds of [0, 1, 59]) {
    assert.equal(await lookUpQuietly("shop.example", gone, now + seconds * 1000), null);
  }
  assert.equal(gone.asked.length, 1);

  const busy = serviceWith(Object.assign(new Error("busy"), { retryAfter: 600 }));
  await lookUpQuietly("shop.example", busy, now + 60_000);
  await lookUpQuietly("shop.example", busy, now + 60_000 + 599_000);
  assert.equal(busy.asked.length, 1);
  await lookUpQuietly("shop.example", busy, now + 60_000 + 600_000);
  assert.equal(busy.asked.length, 2);
});

test("that there was no answer is not kept", async () => {
  await lookUpQuietly("shop.example", serviceWith(new ServiceAway("slow")), now);

  assert.equal((await keptOfVisits()).answers, 0);
});

test("warnings are news once a site, and again when their number changes", async () => {
  const told = [];
  for (const each of [entry("a.example"), entry("a.example"), entry("b.example"), entry("a.example", 4)])
    told.push(await isNews(each));

  assert.deepEqual(told, [true, false, true, true]);
});

test("of at most two thousand sites it is kept that the reader was told", async () => {
  for (let index = 0; index < 2010; index += 1) await isNews(entry(`site${index}.example`));

  assert.equal((await keptOfVisits()).sites, 2000);
  assert.equal(await isNews(entry("site2009.example")), false);
  assert.equal(await isNews(entry("site0.example")), true);
});

test("no name of a site is kept, and all can be forgotten", async () => {
  await lookUpQuietly("shop.example", serviceWith([entry("shop.example")]), now);
  await isNews(entry("shop.example"));
  assert.doesNotMatch(JSON.stringify({ ...storage.values(), address: "" }).replaceAll("smallprint.example", ""), /shop|\.example/);

  await forgetVisits();

  assert.deepEqual(storage.values(), {});
});
