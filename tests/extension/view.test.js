import assert from "node:assert/strict";
import test from "node:test";

import { historyView } from "../../extension/summary/history-view.js";
import { markdownOf } from "../../extension/summary/markdown.js";
import { measuredOf } from "../../extension/summary/measured.js";
import { view } from "../../extension/summary/view.js";
import { words } from "../../extension/summary/words.js";

const PLACE = { can: ["read-anyway", "look-up", "again", "paste", "options"], now: new Date("2026-11-22T12:00:00Z") };

const evidence = (display, changes) => ({
  quote: display,
  display,
  start: 0,
  end: 1,
  heading: "",
  lead_in: "",
  ...changes,
});

const finding = (practice, stance, level, label, changes) => ({
  practice,
  category: "other",
  stance,
  hedged: false,
  level,
  label,
  region: null,
  count: 1,
  evidence: [evidence(`Sentence on ${practice}.`)],
  ...changes,
});

const SELLS = finding("sells-data", "does", "warning", "May sell your data", {
  hedged: true,
  region: "California",
  count: 7,
  evidence: [
    evidence("rent or sell it.", { heading: "Sharing", lead_in: "We may:" }),
    evidence("Your data may be sold."),
  ],
});
const TRACKS = finding("collects-precise-location", "does", "warning", "Tracks your precise location");
const COOKIES = finding("uses-cookies", "does", "info", "Uses cookies");
const DELETES = finding("can-delete", "does", "good", "You can delete your data");

const badge = ({ practice, stance, hedged, level, label }) => ({ practice, stance, hedged, level, label });

const summary = (changes) => ({
  id: "0a1b",
  analysis: "v1",
  document: {
    title: "Our policy",
    language: "en",
    kind: "privacy-policy",
    words: 3450,
    reading_minutes: 15,
    policy_date: "2024-03-14",
  },
  grade: null,
  overview: [{ text: "It may sell your data.", practices: ["sells-data"] }],
  badges: [badge(TRACKS), badge(SELLS), badge(DELETES)],
  findings: [SELLS, COOKIES, DELETES, TRACKS],
  not_stated: ["encrypts-data", "of-a-newer-service"],
  contradictions: [],
  actions: [],
  outline: [],
  ...changes,
});

const ADDRESS = "https://smallprint.example";
const URL_OF_PAGE = "https://www.shop.example/privacy";
const READ_AT = "2026-11-22T09:00:00Z";

const read = (changes) =>
  view({ kind: "summary", from: "page", url: URL_OF_PAGE, readAt: READ_AT, address: ADDRESS, summary: summary(changes) }, PLACE);

test("a summary shows site, title, date and age, length and reading time", () => {
  const shown = read();

  assert.equal(shown.site, "shop.example");
  assert.equal(shown.title, "Our policy");
  assert.deepEqual(shown.facts, ["Dated 14 March 2024 (2 years old)", "3,450 words", "saves 15 min of reading"]);
  assert.deepEqual(shown.overview, ["It may sell your data."]);
});

test("a policy without title and date says so", () => {
  const shown = read({ document: { ...summary().document, title: "", policy_date: null } });

  assert.equal(shown.title, "Privacy policy");
  assert.equal(shown.facts[0], "No date found");
});

test("badges stand under their levels in the service's order, and other findings come last", () => {
  const labels = read().groups.map(({ level, badges }) => [level, badges.map(({ label }) => label)]);

  assert.deepEqual(labels, [
    ["warning", ["Tracks your precise location", "May sell your data"]],
    ["good", ["You can delete your data"]],
    ["info", ["Uses cookies"]],
  ]);
});

test("a badge has its quotes, each with its heading, its lead-in and its place among all", () => {
  const { quotes, more, count, notes } = read().groups[0].badges[1];

  assert.deepEqual(quotes, [
    { words: "rent or sell it.", leadIn: "We may:", heading: "Under “Sharing”", place: "1 of 7", show: null },
    { words: "Your data may be sold.", leadIn: "", heading: "", place: "2 of 7", show: null },
  ]);
  assert.equal(count, 7);
  assert.equal(more, "5 more sentences say so.");
  assert.deepEqual(notes, ["The policy only says that this may happen.", "Holds for: California"]);
});

test("the announcement counts badges by level", () => {
  assert.equal(read().announcement, "Summary ready: 2 warnings, 1 good point.");
  assert.equal(read({ badges: [] }).announcement, `Summary ready. ${words.noBadges}`);
});

test("silence is named as silence, also on what only the service knows", () => {
  assert.deepEqual(read().notStated, ["encryption", "of a newer service"]);
});

test("a grade comes with the terms of its sum", () => {
  const grade = {
    letter: "D",
    points: -2,
    terms: [
      { practice: "sells-data", stance: "does", points: -3 },
      { practice: "can-delete", stance: "does", points: 1 },
    ],
  };

  assert.deepEqual(read({ grade }).grade, {
    letter: "D",
    label: "Grade D",
    terms: [
      { label: "May sell your data", points: "−3" },
      { label: "You can delete your data", points: "+1" },
    ],
  });
  assert.equal(read().grade, null);
});

test("only links to the web and to mail become links", () => {
  const action = (href) => ({ kind: "opt-out", label: "Opt out", href, evidence: evidence("Opt out here.") });
  const hrefs = [
    "https://shop.example/out",
    "mailto:a@shop.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " https://x",
    "https://shop.example@elsewhere.example/",
  ];

  assert.deepEqual(
    read({ actions: hrefs.map(action) }).actions.map(({ href }) => href),
    hrefs.slice(0, 2),
  );
});

test("an action says where it leads", () => {
  const action = (href) => ({ kind: "opt-out", label: "Opt out", href, evidence: evidence("Opt out here.") });
  const hrefs = ["https://out.example/stop?all", "mailto:privacy@shop.example?subject=Stop"];

  assert.deepEqual(
    read({ actions: hrefs.map(action) }).actions.map(({ where }) => where),
    ["out.example", "privacy@shop.example"],
  );
});

test("what cannot be seen in a mail address is shown as it is written", () => {
  for (const [href, where] of [
    ["mailto:%E2%80%AEmoc.live@shop.example", "%E2%80%AEmoc.live@shop.example"],
    ["mailto:d%C3%BCrer@shop.example", "dürer@shop.example"],
    ["mailto:50%@shop.example", "50%@shop.example"],
  ]) {
    const shown = read({ actions: [{ kind: "contact", label: "Write", href, evidence: evidence("Write to us.") }] });

    assert.equal(shown.actions[0].where, where);
  }
});

test("a contradiction shows both quotes", () => {
  const contradiction = {
    practices: ["sells-data", "sells-data"],
    text: "It says both.",
    evidence: [evidence("We sell."), evidence("We do not sell.")],
  };

  const [shown] = read({ contradictions: [contradiction] }).contradictions;
  assert.equal(shown.text, "It says both.");
  assert.deepEqual(
    shown.quotes.map((quote) => quote.words),
    ["We sell.", "We do not sell."],
  );
});

const SEEN = { url: "https://www.shop.example/", title: "The Crooked Shelf", chars: 4711 };
const OFFERED = { seen: SEEN, address: "https://smallprint.example" };

const record = (shown, changes) => ({
  ...OFFERED,
  kind: "record",
  domain: "shop.example",
  shown,
  documents: ["privacy", "app"].map((path) => ({
    url: `https://shop.example/${path}`,
    kind: "privacy-policy",
    read_at: "2026-11-20T08:00:00Z",
    policy_date: null,
    provenance: { how: "submitted", detail: "" },
    summary: summary({ document: { ...summary().document, title: `Policy of the ${path}` } }),
    ...changes,
  })),
});

test("a record says that it is not the page, where and when it was read, and offers to read the page", () => {
  const shown = view(record(0), PLACE);

  assert.equal(shown.site, "shop.example");
  assert.match(shown.notice.text, /^Not this page: .*shop\.example\. You had it read on 20 November 2026\.$/);
  assert.equal(shown.notice.link, "https://shop.example/privacy");
  assert.deepEqual(
    shown.notice.steps.map(({ step }) => step),
    ["read-anyway"],
  );
});

test("a summary of the page says so at its foot, and that it is no legal advice", () => {
  const shown = read();

  assert.deepEqual(shown.foot, ["Read from the page in this tab on 22 November 2026.", words.legal]);
  assert.match(words.legal, /not legal advice/);
  assert.equal(shown.notice, null);
});

test("a record's other documents can be shown", () => {
  assert.deepEqual(view(record(0), PLACE).others, [{ step: "show-document", index: 1, label: "Policy of the app" }]);
  assert.equal(view(record(1), PLACE).title, "Policy of the app");
});

test("a provenance of a newer service is given in its own words, and no strange link is offered", () => {
  const shown = view(
    record(0, { url: "javascript:alert(1)", provenance: { how: "dreamt", detail: "It came in a dream." } }),
    PLACE,
  );

  assert.match(shown.notice.text, /It came in a dream\. Read on 20 November 2026\.$/);
  assert.equal(shown.notice.link, "");
});

const whys = (kind) =>
  Object.keys(words.states[kind]).map((why) => ({
    kind,
    why,
    address: "https://x.example",
    language: "de",
    detail: "Because.",
  }));

const MESSAGES = [
  { kind: "unknown", domain: "shop.example", ...OFFERED },
  { kind: "nothing-on-record", domain: "shop.example" },
  { kind: "nothing-on-record", domain: "" },
  { kind: "not-a-policy", ...OFFERED },
  { kind: "own-network", ...OFFERED },
  { kind: "page-changed", ...OFFERED },
  { kind: "too-many-requests", seconds: 30 },
  { kind: "too-many-requests", seconds: null },
  { kind: "broken", detail: "TypeError" },
  ...whys("refused"),
  ...whys("unreadable-page"),
  ...whys("service-away"),
];

for (const state of MESSAGES) {
  test(`${state.kind} ${state.why ?? ""} says what happened and leads on`, () => {
    const shown = view(state, PLACE);

    assert.equal(shown.kind, "message");
    assert.ok(shown.title && shown.text && shown.steps.length);
    assert.ok(shown.steps.every(({ label }) => label));
    assert.equal(shown.announcement, shown.title);
    assert.doesNotMatch(`${shown.title} ${shown.text}`, /undefined|null|\[object/);
  });
}

test("while a page is looked at there is nothing to choose, and nothing is said of a policy", () => {
  const shown = view({ kind: "working", why: "read" }, PLACE);

  assert.deepEqual(shown.steps, []);
  assert.doesNotMatch(shown.title, /policy/);
  assert.match(view({ kind: "working", why: "read-anyway" }, PLACE).title, /policy/);
});

test("to send a page that looks like no policy is offered last, with its address, and for that page alone", () => {
  const [step] = view({ kind: "unknown", domain: "shop.example", ...OFFERED }, PLACE).steps;

  assert.deepEqual(step, {
    step: "read-anyway",
    seen: SEEN,
    label: "Send this page’s text to https://smallprint.example all the same",
    isSecondary: true,
  });
});

test("a page that was sent is not said to have stayed, nor offered to be sent again", () => {
  const shown = view({ kind: "nothing-on-record", domain: "shop.example" }, PLACE);

  assert.doesNotMatch(shown.text, /sent/);
  assert.deepEqual(
    shown.steps.map(({ step }) => step),
    ["paste"],
  );
});

test("what cannot be helped by trying again does not offer it", () => {
  const steps = (why) => view({ kind: "unreadable-page", why }, PLACE).steps.map(({ step }) => step);

  assert.deepEqual(steps("browser"), ["paste"]);
  assert.deepEqual(steps("moved"), ["again", "paste"]);
});

for (const [seconds, said] of [
  [null, "a while"],
  [1, "1 second"],
  [120, "120 seconds"],
  [121, "3 minutes"],
]) {
  test(`${seconds} seconds are said as ${said}`, () => {
    assert.match(view({ kind: "too-many-requests", seconds }, PLACE).text, new RegExp(` wait ${said},`));
  });
}

test("a policy that holds from a later day on says so", () => {
  const shown = read({ document: { ...summary().document, policy_date: "2027-01-01" } });

  assert.equal(shown.facts[0], "Holds from 1 January 2027 on");
});

test("a date that is none is no date", () => {
  assert.equal(read({ document: { ...summary().document, policy_date: "soon" } }).facts[0], "No date found");
});

test("a level of a newer service is a caution", () => {
  const shown = read({ badges: [badge(SELLS)], findings: [{ ...SELLS, level: "alarm" }] });

  assert.deepEqual(
    shown.groups.map(({ level, badges }) => [level, badges.length]),
    [["caution", 1]],
  );
  assert.deepEqual(shown.counts, [{ level: "caution", text: "1 caution" }]);
});

test("a grade of another scale is not shown", () => {
  assert.equal(read({ grade: { letter: "F", points: -9, terms: [] } }).grade, null);
});

test("a badge whose finding is missing is left out", () => {
  assert.deepEqual(read({ findings: [DELETES] }).counts, [{ level: "good", text: "1 good point" }]);
});

for (const name of ["constructor", "toString", "__proto__"]) {
  test(`"${name}" is a name like any other`, () => {
    assert.deepEqual(read({ not_stated: [name] }).notStated, [name]);
    const provenance = { how: name, detail: "It came in a dream." };
    assert.match(
      view(record(0, { provenance }), PLACE).notice.text,
      /It came in a dream\. Read on 20 November 2026\.$/,
    );
    assert.equal(view({ kind: "refused", why: name, detail: "It rhymes." }, PLACE).text, "It rhymes.");
  });
}

for (const language of ["root", "", undefined, "not a language", "x"]) {
  test(`the language "${language}" is another one`, () => {
    assert.match(view({ kind: "refused", why: "not-english", language }, PLACE).text, /in another language\./);
  });
}

test("a refusal that only a newer service knows is given in its own words", () => {
  assert.equal(view({ kind: "refused", why: "of-a-newer-service", detail: "It rhymes." }, PLACE).text, "It rhymes.");
});

test("steps that a place does not have are not offered", () => {
  const shown = view({ kind: "service-away", why: "slow", address: "https://x.example" }, { ...PLACE, can: ["again"] });

  assert.deepEqual(shown.steps, [{ step: "again", label: "Try again" }]);
});

test("a language is named, not coded", () => {
  assert.match(view({ kind: "refused", why: "not-english", language: "de" }, PLACE).text, /German/);
});

const ALL = { ...PLACE, can: [...PLACE.can, "see-record", "open-link", "read-address", "show-quote", "search", "search-result"] };
const LINKS = [
  { kind: "privacy-policy", text: "Privacy", url: "https://www.shop.example/privacy?a=b", readable: "https://www.shop.example/privacy" },
  { kind: "privacy-policy", text: "Children\u2019s privacy", url: "https://shop.example/", readable: "" },
  { kind: "terms", text: "", url: "https://shop.example/terms", readable: "" },
];
const OFFERING = { links: LINKS, mayRecord: true, address: "https://smallprint.example", seen: { url: "", title: "", chars: 0 } };
const UNKNOWN = { kind: "unknown", domain: "shop.example", looksLike: "", ...OFFERING };

test("the policies that a page links to can be opened, and read where the service may be given their address", () => {
  const { items, sent } = view(UNKNOWN, ALL).links;

  assert.deepEqual(
    items.map(({ name, where, steps }) => [name, where, ...steps.map(({ label, about }) => (about ? `${label} ${about}` : label))]),
    [
      ["Privacy", "shop.example/privacy", "Read it the privacy policy", "Open the privacy policy"],
      ["Children’s privacy", "shop.example", "Open “Children’s privacy”"],
      ["the terms", "shop.example/terms", "Open the terms"],
    ],
  );
  assert.deepEqual(items[0].steps[0], {
    step: "read-address",
    url: "https://www.shop.example/privacy",
    label: "Read it",
    about: "the privacy policy",
  });
  assert.match(sent, /https:\/\/smallprint\.example/);
});

test("where a policy can be read at once, nothing else stands out", () => {
  assert.deepEqual(
    view(UNKNOWN, ALL).steps.map(({ step, isSecondary }) => [step, isSecondary]),
    [
      ["search", true],
      ["read-anyway", true],
    ],
  );
  assert.equal(view({ ...UNKNOWN, links: [] }, ALL).steps[0].isSecondary, undefined);
});

test("links are offered where they can be opened only", () => {
  assert.equal(view(UNKNOWN, PLACE).links, null);
  assert.equal(view({ ...UNKNOWN, links: [] }, ALL).links, null);
});

test("a search is not offered where nothing may come on record, nor without a domain", () => {
  const steps = (state) => view(state, ALL).steps.map(({ step }) => step);

  assert.deepEqual(steps({ ...UNKNOWN, mayRecord: false }), ["read-anyway"]);
  assert.deepEqual(steps({ kind: "nothing-on-record", domain: "", ...OFFERING }), ["paste"]);
  assert.deepEqual(steps({ kind: "search-goes-on", domain: "shop.example", looks: 0 }), ["search-result"]);
});

test("a page that looks like another document is called so", () => {
  assert.match(view({ ...UNKNOWN, looksLike: "terms" }, ALL).text, /looks like terms of service/);
  assert.match(view({ ...UNKNOWN, looksLike: "cookie-policy" }, ALL).text, /looks like a cookie policy/);
});

const showOf = (state, place = ALL) =>
  view({ kind: "summary", from: "page", url: "https://shop.example/privacy", readAt: READ_AT, ...state }, place).groups[0].badges[0].quotes[0].show;

test("a quote of the page in the tab is shown there, one of another page is linked to", () => {
  const outline = [{ category: "other", heading: "", start: 0, end: 200 }];
  const located = { ...TRACKS, evidence: [evidence("We share, & sell well-known data.", { start: 50 })] };
  const said = summary({ badges: [badge(TRACKS)], findings: [located], outline });

  assert.deepEqual(showOf({ summary: said }), {
    step: "show-quote",
    quote: "We share, & sell well-known data.",
    part: 0.25,
    label: "Show in page",
  });
  assert.deepEqual(showOf({ summary: said, from: "address" }), {
    href: "https://shop.example/privacy#:~:text=We%20share%2C%20%26%20sell%20well%2Dknown%20data.",
    label: "Show in the policy",
  });
  assert.equal(showOf({ summary: said }, PLACE), null);
  assert.equal(showOf({ summary: said, from: "paste", url: "" }), null);
});

test("a page that differs from the one on record says so", () => {
  const shown = (record) =>
    view({ kind: "summary", from: "page", url: URL_OF_PAGE, readAt: READ_AT, summary: summary({ record }) }, ALL).notice;

  const differs = shown({ domain: "shop.example", state: "differs", read_at: READ_AT });
  assert.equal(differs.text, "This does not say the same as what is on record for shop.example, read on 22 November 2026.");
  assert.deepEqual(differs.steps, [{ step: "see-record", domain: "shop.example", label: "See what is on record" }]);
  assert.equal(shown({ domain: "shop.example", state: "same", read_at: READ_AT }), null);
  assert.equal(shown(undefined), null);
});

test("a page that says what is on record says that too", () => {
  const { foot } = read({ record: { domain: "shop.example", state: "same" } });

  assert.equal(foot[1], "What is on record for shop.example says the same.");
});

test("outside of a tab, what could not be read is to be pasted", () => {
  for (const why of ["bot-wall", "script-only", "unreachable", "refused-address"]) {
    const said = (more) => view({ kind: "refused", why, detail: "No answer.", ...more }, ALL).text;

    assert.match(said({ from: "paste" }), /copy its text and paste it above\.$/);
    assert.doesNotMatch(said({}), /paste/);
  }
});

test("an address that was refused can be opened, and one that may be given away is named in full", () => {
  const refused = view({ kind: "refused", why: "unreachable", detail: "No answer.", url: "https://shop.example/p" }, ALL);
  assert.deepEqual(refused.steps[0], { step: "open-link", url: "https://shop.example/p", label: "Open it in a tab" });

  const pdf = { kind: "unreadable-page", why: "pdf", url: "https://shop.example/p.pdf", address: "https://smallprint.example" };
  assert.match(view(pdf, ALL).text, /https:\/\/shop\.example\/p\.pdf and nothing else/);
  assert.deepEqual(view(pdf, ALL).steps[0].url, "https://shop.example/p.pdf");
  assert.deepEqual(view({ kind: "unreadable-page", why: "pdf" }, ALL).steps, [
    { step: "paste", label: "Paste a policy instead" },
  ]);
});

const AWAY = { kind: "service-away", why: "unreachable", address: "https://smallprint.example" };

test("what was read before says when, why it is shown, and offers to try again", () => {
  const { documents } = record(0);

  const shown = view({ kind: "kept", documents, shown: 0, away: AWAY }, PLACE);

  assert.equal(
    shown.notice.text,
    "The service does not answer. So this is what was read on 20 November 2026 and kept on this device.",
  );
  assert.deepEqual(
    shown.notice.steps.map(({ step }) => step),
    ["again", "options"],
  );
  assert.equal(shown.text, ""); // its text lies with the service that is away
  assert.equal(shown.history, "");
  assert.deepEqual(shown.others, [{ step: "show-document", index: 1, label: "Policy of the app" }]);
});

test("with what was read before, the page at hand can be sent, and the policies that it links to be read", () => {
  const links = [{ kind: "privacy-policy", text: "Privacy", url: URL_OF_PAGE, readable: URL_OF_PAGE }];
  const seen = { url: URL_OF_PAGE, title: "Shop", chars: 10 };
  const away = { ...AWAY, why: "store-away", seen, links };

  const shown = view({ kind: "kept", documents: record(0).documents, shown: 0, away }, ALL);

  assert.deepEqual(
    shown.notice.steps.map(({ step }) => step),
    ["again", "read-anyway", "options"],
  );
  assert.deepEqual(shown.notice.steps[1].seen, seen);
  assert.equal(shown.links.items[0].steps[0].step, "read-address");
});

test("history is offered where it can be asked for", () => {
  const can = [...PLACE.can, "history"];

  assert.equal(view(record(0), { ...PLACE, can }).history, "shop.example");
  assert.equal(view(record(0), PLACE).history, "");
});

test("the text that was read is linked to where the service keeps it", () => {
  assert.equal(read().text, "https://smallprint.example/v1/summaries/0a1b/text");
});

test("a report says of which badge, which policy and which analysis it is, with all quotes", () => {
  const { text, mail } = read().groups[0].badges[1].report();

  for (const part of [
    "May sell your data",
    "sells-data:does",
    URL_OF_PAGE,
    "22 November 2026",
    "0a1b",
    "v1",
    "- We may: rent or sell it.",
    "- Your data may be sold.",
  ])
    assert.ok(text.includes(part), part);
  const { protocol, pathname, searchParams } = new URL(mail);
  assert.deepEqual([protocol, pathname], ["mailto:", ""]);
  assert.equal(searchParams.get("body"), text);
});

test("a report that is too long for a mail is cut there, and says so by its end", () => {
  const long = { ...SELLS, evidence: [evidence("\u{1f600}".repeat(600))] };
  const { text, mail } = read({ badges: [badge(long)], findings: [long] }).groups[0].badges[0].report();

  assert.ok(text.includes("\u{1f600}".repeat(600)));
  assert.ok(mail.length <= 1800);
  assert.ok(new URL(mail).searchParams.get("body").endsWith("\u2026"));
});

test("Markdown has all that is shown, and a policy's words are neither link nor tag in it", () => {
  const hostile = { ...TRACKS, label: "Tracks <b>you</b>", evidence: [evidence("![x](http://evil.example)\n# Hi\u202e")] };
  const markdown = markdownOf(read({ findings: [SELLS, COOKIES, DELETES, hostile] }));

  assert.match(markdown, /^# Our policy\n\nshop\\.example|^# Our policy\n\nshop\.example/);
  assert.match(markdown, /<https:\/\/www\.shop\.example\/privacy>/);
  assert.match(markdown, /\*\*May sell your data\*\*/);
  assert.match(markdown, /> We may: \u201crent or sell it\.\u201d/);
  assert.match(markdown, /not legal advice/);
  assert.doesNotMatch(markdown, /<b>|[^\\]!\[|[^\\]\]\(|\u202e/);
  assert.equal(markdown.split("\n").filter((line) => line.startsWith("# ")).length, 1);
});

test("a change says what came, what went and what became of it", () => {
  const position = (label, level) => ({ stance: "does", hedged: false, level, label });
  const change = (was, now) => ({
    at: "2026-11-20T08:00:00Z",
    url: "",
    practice: "x",
    was,
    now,
    old_quote: was && "Old.",
    new_quote: now && "New.",
  });
  const sold = position("Sells your data", "warning");
  const kept = position("Does not sell your data", "good");

  const shown = historyView({ changes: [change(null, sold), change(kept, null), change(kept, sold)] });

  assert.deepEqual(
    shown.map(({ level, lines }) => [level, lines.map(({ name, label, quote }) => `${name} ${label} ${quote}`)]),
    [
      ["warning", ["New: Sells your data New."]],
      ["good", ["Gone: Does not sell your data Old."]],
      ["warning", ["Now: Sells your data New.", "Before: Does not sell your data Old."]],
    ],
  );
  assert.equal(shown[0].day, "20 November 2026");
});

test("only kinds of badges that were measured have a measure", () => {
  const stances = { does: { measured: { right: 23, judged: 25 } }, "does-not": { measured: null }, "with-consent": {} };

  assert.deepEqual(measuredOf({ practices: [{ id: "sells-data", stances }] }), {
    "sells-data:does": { right: 23, judged: 25 },
  });
});
