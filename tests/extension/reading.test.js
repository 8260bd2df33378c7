import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.chrome = {}; // nothing of it may be needed
const { UnreadablePage } = await import("../../extension/browser.js");
const { lookUp, PAUSES_MS, read, readAddress, readAnyway, readSelection, search, searchResult } = await import("../../extension/reading.js");
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

/** What every state has that offers the policies to which a page links. */
const NO_LINKS = { links: [], mayRecord: true, address: ADDRESS };

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
    search: call("search", answers.search),
    lookUp: call("lookUp", answers.lookUp ?? { domain: "bank.example", documents: [{ summary: {} }] }),
  };
  const run = async (func) => (func.name === "pageLinks" ? (answers.links ?? []) : page);
  const given = { run, service, isPrivate: false, tabUrl: page.url };
  return { asked, ...given, seen: seen(page) };
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
    ...NO_LINKS,
  });
});

test("of a page on the reader's own network nothing is sent at all", async () => {
  const page = { ...ACCOUNT, url: "http://192.168.1.1/status" };
  const given = means(page);

  assert.deepEqual(await read(given), { kind: "not-a-policy", looksLike: "", seen: seen(page), ...NO_LINKS });
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
  assert.deepEqual(await lookUp(given), { kind: "nothing-on-record", domain: "shop.example", ...NO_LINKS });

  const own = means({ ...POLICY, url: "http://192.168.1.1/" });
  assert.deepEqual(await lookUp(own), { kind: "nothing-on-record", domain: "", ...NO_LINKS });
  assert.deepEqual(own.asked, []);
});

test("what a service adds to a record changes nothing of what happened", async () => {
  const lookedUp = { domain: "bank.example", documents: [{ summary: {} }], kind: "broken", shown: 7, seen: null };

  const state = await read(means(ACCOUNT, { lookUp: lookedUp }));

  assert.deepEqual([state.kind, state.shown, state.seen], ["record", 0, seen(ACCOUNT)]);
});

test("the reader can have the site of a policy looked up, and its page sent after all", async () => {
  const given = means({ ...POLICY, url: "https://legal.shop.example/privacy" });

  const state = await lookUp(given);

  assert.deepEqual(given.asked, [["lookUp", "shop.example"]]);
  assert.deepEqual([state.kind, state.seen], ["record", given.seen]);
});

test("what a policy was compared with is looked up, whatever page the tab shows", async () => {
  const given = { ...means(BOOK), domain: "other.example" };

  await lookUp(given);

  assert.deepEqual(given.asked, [["lookUp", "other.example"]]);
});

test("a public suffix has no record to ask for", async () => {
  const given = means({ ...ACCOUNT, url: "https://github.io/" });

  assert.equal((await read(given)).kind, "not-a-policy");
  assert.deepEqual(given.asked, []);
});

for (const [what, page, answers, state] of [
  [
    "a site without a record is unknown",
    ACCOUNT,
    { lookUp: problem("unknown-domain") },
    { kind: "unknown", domain: "bank.example", looksLike: "", seen: seen(ACCOUNT), ...NO_LINKS },
  ],
  [
    "a record without documents is none",
    ACCOUNT,
    { lookUp: { domain: "bank.example", documents: [] } },
    { kind: "unknown", domain: "bank.example", looksLike: "", seen: seen(ACCOUNT), ...NO_LINKS },
  ],
  [
    "a page can be sent though nothing can be looked up",
    ACCOUNT,
    { lookUp: problem("store-away") },
    { kind: "service-away", why: "store-away", seen: seen(ACCOUNT), ...NO_LINKS },
  ],
  [
    "a name that can have no record has none",
    ACCOUNT,
    { lookUp: problem("bad-request") },
    { kind: "unknown", domain: "bank.example", looksLike: "", seen: seen(ACCOUNT), ...NO_LINKS },
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
    { kind: "refused", why: "too-short", language: undefined, detail: "", ...NO_LINKS },
  ],
  ["a page beyond all bounds is not sent", { ...POLICY, complete: false }, {}, { kind: "refused", why: "too-large" }],
  [
    "a PDF is named as one, with the address that the service could read",
    { ...POLICY, contentType: "application/pdf" },
    {},
    { kind: "unreadable-page", why: "pdf", url: "https://www.shop.example/privacy", address: ADDRESS },
  ],
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
  const given = { ...means(POLICY), run: () => Promise.reject(new UnreadablePage("browser")), tabUrl: "chrome://flags/" };

  assert.deepEqual(await read(given), { kind: "unreadable-page", why: "browser" });
});

test("a page that never ends loading is given up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const state = read({ ...means(POLICY), run: () => new Promise(() => {}) });
  t.mock.timers.tick(10_000);

  assert.deepEqual(await state, { kind: "unreadable-page", why: "loading" });
});

const unreadable = (tabUrl, more) => ({
  ...means(POLICY),
  run: () => Promise.reject(new UnreadablePage("browser")),
  tabUrl,
  ...more,
});

test("of a page that extensions may not read, the service can be given the address, without what it was asked", async () => {
  assert.deepEqual(await read(unreadable("https://addons.shop.example/privacy?user=4711#top")), {
    kind: "unreadable-page",
    why: "browser",
    url: "https://addons.shop.example/privacy",
    address: ADDRESS,
  });
});

test("a file that the browser shows in a page of its own is named by its address", async () => {
  assert.equal((await read(unreadable("https://shop.example/legal/Privacy.PDF"))).why, "pdf");
});

for (const [what, tabUrl, more] of [
  ["of the reader's own network", "http://192.168.1.1/privacy.pdf", {}],
  ["of this machine", "http://localhost:8000/privacy.pdf", {}],
  ["of a file", "file:///home/ada/privacy.pdf", {}],
  ["of an account", "https://bank.example/account/statement.pdf", {}],
  ["of a mailbox", "https://mail.shop.example/privacy.pdf", {}],
  ["with a password", "https://ada:secret@shop.example/privacy.pdf", {}],
  ["that says all in its query", "https://shop.example/?file=privacy.pdf", {}],
  ["in a private window", "https://shop.example/privacy.pdf", { isPrivate: true }],
]) {
  test(`an address ${what} is not offered`, async () => {
    const { url, kind } = await read(unreadable(tabUrl, more));

    assert.deepEqual([kind, url], ["unreadable-page", undefined]);
  });
}

test("the service is given the address alone", async () => {
  const given = { ...means(POLICY), url: "https://shop.example/privacy" };

  const state = await readAddress(given);

  assert.deepEqual(given.asked, [["summarise", { url: "https://shop.example/privacy" }]]);
  assert.deepEqual([state.kind, state.from, state.url], ["summary", "address", "https://shop.example/privacy"]);
});

test("a policy that the site had moved is named by where it was read", async () => {
  const moved = { id: "1", provenance: { how: "fetched", url: "https://shop.example/legal/privacy" } };
  const given = { ...means(POLICY, { summarise: moved }), url: "https://shop.example/privacy" };

  assert.equal((await readAddress(given)).url, "https://shop.example/legal/privacy");
});

test("an address that may not be given away is not, whoever asks", async (t) => {
  t.mock.method(console, "error", () => {});
  for (const url of ["https://shop.example/privacy?a=b", "http://127.0.0.1/privacy", "", undefined]) {
    const given = { ...means(POLICY), url };

    assert.equal((await readAddress(given)).kind, "broken");
    assert.deepEqual(given.asked, []);
  }
});

test("an address that cannot be read can be opened", async () => {
  const given = { ...means(POLICY, { summarise: problem("unreachable") }), url: "https://shop.example/privacy" };
  const { kind, why, url } = await readAddress(given);

  assert.deepEqual([kind, why, url], ["refused", "unreachable", "https://shop.example/privacy"]);
});

test("what is selected is sent without the address of the page", async () => {
  const given = { ...means(POLICY), selection: POLICY };

  const state = await readSelection(given);

  assert.deepEqual(given.asked, [["summarise", { html: POLICY.html, title: "Privacy policy" }]]);
  assert.deepEqual([state.from, state.url], ["selection", "https://www.shop.example/privacy"]);
});

const FOOTER = [
  { href: "/terms", text: "Terms", region: "footer" },
  { href: "/cookies", text: "Cookie policy", region: "footer" },
  { href: "/privacy?from=footer", text: "Privacy policy", region: "footer" },
  { href: "https://www.shop.example/book#reviews", text: "Privacy policy", region: "body" },
];
const BOOK = { ...ACCOUNT, url: "https://www.shop.example/book" };

test("the policies that a page links to are offered, the privacy policy first, and that one to be read", async () => {
  const { links } = await read(means(BOOK, { lookUp: problem("unknown-domain"), links: FOOTER }));

  assert.deepEqual(
    links.map(({ kind, url, readable }) => [kind, url, readable]),
    [
      ["privacy-policy", "https://www.shop.example/privacy?from=footer", "https://www.shop.example/privacy"],
      ["cookie-policy", "https://www.shop.example/cookies", ""],
      ["terms", "https://www.shop.example/terms", ""],
    ],
  );
});

test("in a private window nothing is offered that would come on record", async () => {
  const given = { ...means(BOOK, { lookUp: problem("unknown-domain"), links: FOOTER }), isPrivate: true };
  const { links, mayRecord } = await read(given);

  assert.deepEqual([links[0].readable, mayRecord], ["", false]);
});

test("a refused page offers the policy that it links to", async () => {
  const { why, links } = await read(means(POLICY, { summarise: problem("not-a-policy"), links: FOOTER }));

  assert.deepEqual([why, links[0].text], ["", "Privacy policy"]);
});

test("a page that has gone before its links were read has none to offer", async () => {
  const given = means(BOOK, { lookUp: problem("unknown-domain") });
  const run = (func) => (func.name === "pageLinks" ? Promise.reject(new UnreadablePage("moved")) : given.run(func));

  assert.deepEqual([(await read({ ...given, run })).kind, (await read({ ...given, run })).links], ["unknown", []]);
});

for (const [title, kind] of [
  ["Terms of Service", "terms"],
  ["Cookie Policy", "cookie-policy"],
  ["Cookie Policy and Terms", "cookie-policy"],
  ["Sub-processors", ""],
  ["Books", ""],
]) {
  test(`a page called "${title}" is ${kind || "nothing that is told apart"}`, async () => {
    const { looksLike } = await read(means({ ...BOOK, title }, { lookUp: problem("unknown-domain") }));

    assert.equal(looksLike, kind);
  });
}

const begun = (answers, looks) => ({ ...means(BOOK, answers), domain: "shop.example", looks });

test("a search is begun, and looked after in ever longer pauses", async () => {
  const unread = { search: { domain: "shop.example", state: "reading" }, lookUp: problem("unknown-domain") };
  let state = await search(begun(unread));
  const pauses = [];
  while (state.kind === "searching") {
    pauses.push(state.pause);
    state = await searchResult(begun(unread, state.looks));
  }

  assert.deepEqual(pauses, PAUSES_MS);
  assert.deepEqual(state, { kind: "search-goes-on", domain: "shop.example", looks: 0 });
});

test("how far a search is comes with what is looked up, without asking for another", async () => {
  const told = (state) => new Problem({ type: "unknown-domain", detail: "It forbids it.", search: { state } }, null);
  const reading = begun({ lookUp: told("reading") }, 0);

  assert.deepEqual(await searchResult(reading), { kind: "searching", domain: "shop.example", looks: 1, pause: PAUSES_MS[1] });
  assert.deepEqual(reading.asked, [["lookUp", "shop.example"]]);
  assert.deepEqual(await searchResult(begun({ lookUp: told("failed") }, 0)), {
    kind: "search-failed",
    domain: "shop.example",
    detail: "It forbids it.",
  });
});

const NOW = Date.parse("2026-11-22T12:00:00Z");
const MINUTE_MS = 60_000;

/** What is said of a site whose search is in `state` since `minutes` ago. */
const soughtSince = (minutes, state) =>
  new Problem({ type: "unknown-domain", detail: "", search: { state, at: new Date(NOW - minutes * MINUTE_MS) } }, null);

for (const state of ["queued", "reading"]) {
  test(`a page whose site's search is ${state} says so, with what else it offers`, async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: NOW });
    const given = () => means(BOOK, { lookUp: soughtSince(59, state), links: FOOTER });

    for (const { links, ...said } of [await read(given()), await lookUp(given())]) {
      const offered = { seen: seen(BOOK), mayRecord: true, address: ADDRESS };
      assert.deepEqual(said, { kind: "searching", domain: "shop.example", looks: 0, pause: PAUSES_MS[0], ...offered });
      assert.equal(links.length, 3);
    }
  });
}

for (const [what, lookUp, isPrivate] of [
  ["ended", soughtSince(1, "failed"), false],
  ["was lost an hour ago", soughtSince(60, "reading"), false],
  ["was asked for outside the private window", soughtSince(1, "reading"), true],
]) {
  test(`a search that ${what} is not waited for`, async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: NOW });

    assert.equal((await read({ ...means(BOOK, { lookUp }), isPrivate })).kind, "unknown");
  });
}

test("a search that found the policy ends with it", async () => {
  assert.equal((await searchResult(begun({}, 0))).kind, "record");
  const done = { search: { domain: "shop.example", state: "done" } };
  assert.equal((await search(begun(done))).kind, "record");
});

test("a search that failed says why, in the service's own words", async () => {
  const why = new Problem({ type: "unknown-domain", detail: "Its robots.txt forbids it." }, null);
  const failed = { search: { domain: "shop.example", state: "failed" }, lookUp: why };

  assert.deepEqual(await search(begun(failed)), {
    kind: "search-failed",
    domain: "shop.example",
    detail: "Its robots.txt forbids it.",
  });
});

test("a service that cannot search says so", async () => {
  assert.equal((await search(begun({ search: problem("blank") }))).kind, "search-failed");
  assert.equal((await search(begun({ search: problem("rate-limited") }))).kind, "too-many-requests");
  assert.equal((await search(begun({ search: new ServiceAway("slow") }))).kind, "service-away");
});
