import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { policyLinks } from "../../extension/policy-links.js";

const EXAMPLES = JSON.parse(readFileSync(new URL("../policy-links/rankings.json", import.meta.url), "utf-8"));

const SHOP = "https://www.crooked-shelf.example/";

test("there are examples", () => assert.ok(EXAMPLES.length >= 60));

for (const { name, url, links, policy, kinds } of EXAMPLES) {
  test(`the policy stands first: ${name}`, () => {
    const ranked = policyLinks(links, url);
    const found = new Map(ranked.map((link) => [link.url, link.kind]));

    assert.equal(ranked.find(({ kind }) => kind === "privacy-policy")?.url ?? null, policy);
    for (const [address, kind] of Object.entries(kinds)) assert.equal(found.get(address), kind, address);
  });
}

test("a link needs no more than an address and words", () => {
  const [link] = policyLinks([{ href: "/privacy", text: "Privacy" }], SHOP);

  assert.deepEqual(link.url, `${SHOP}privacy`);
  assert.equal(link.otherHost, false);
});

test("a link of another host says so", () => {
  const [link] = policyLinks([{ href: "https://other.example/privacy", text: "Privacy" }], SHOP);

  assert.equal(link.otherHost, true);
});

const HOSTILE = {
  "many links": Array(200_000).fill({ href: "/privacy", text: "Privacy policy", region: "footer" }),
  "a long text": [{ href: "/privacy", text: "privacy ".repeat(250_000) }],
  "a long address": [{ href: "/privacy".repeat(250_000), text: "Privacy" }],
  "long addresses": Array(5_000).fill({ href: "/privacy-policy".repeat(130), text: "Privacy" }),
  Chinese: [{ href: "/p", text: "隐私".repeat(300_000) }],
  relations: [{ href: "/p", text: "", rel: Array(100_000).fill("constructor") }],
};

for (const [name, links] of Object.entries(HOSTILE)) {
  test(`a page that was made to hurt takes seconds: ${name}`, { timeout: 10_000 }, () => {
    assert.ok(policyLinks(links, SHOP).length <= 15);
  });
}
