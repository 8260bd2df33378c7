import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { connect, Problem, ServiceAway } from "../../extension/summary/service.js";

/** A server whose next answer is what the test says. */
let next;
const asked = [];
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => (body += chunk));
  request.on("end", () => {
    asked.push({ method: request.method, path: request.url, headers: request.headers, body });
    next(response);
  });
});
let address;

before(() =>
  new Promise((ready) => server.listen(0, "127.0.0.1", ready)).then(() => {
    address = `http://127.0.0.1:${server.address().port}`;
  }),
);
after(() => {
  server.closeAllConnections();
  server.close();
});

const says =
  (status, body, headers = {}) =>
  (response) =>
    response.writeHead(status, headers).end(body);
const SUMMARY = {
  id: "1",
  analysis: "a",
  document: { title: "", words: 200, reading_minutes: 1, policy_date: null },
  grade: null,
  overview: [],
  badges: [],
  findings: [],
  not_stated: [],
  contradictions: [],
  actions: [],
};
const problem = (status, members, headers) => says(status, JSON.stringify({ title: "", status, ...members }), headers);
const fails = (why) => (error) => error instanceof ServiceAway && error.why === why;

test("a policy is sent as JSON, with what the service takes for no text taken out", async () => {
  next = says(200, JSON.stringify(SUMMARY));

  assert.deepEqual(await connect(address).summarise({ text: "a\fb\u0000c\ud800d\ne", url: "" }), SUMMARY);

  const { method, path, headers, body } = asked.at(-1);
  assert.deepEqual([method, path], ["POST", "/v1/summaries"]);
  assert.equal(headers["content-type"], "application/json");
  assert.deepEqual(JSON.parse(body), { text: "a b c\ufffdd\ne", url: "" });
});

test("no host can leave its place in the path", async () => {
  next = says(200, '{"domain": "shop.example", "documents": []}');

  await connect(address).lookUp("../v1/practices?x#y");

  assert.equal(asked.at(-1).path, "/v1/domains/..%2Fv1%2Fpractices%3Fx%23y");
});

test("a problem is thrown under its type, with all that it says", async () => {
  next = problem(422, { type: "/problems/not-a-policy", detail: "These are terms.", looks_like: "terms" });

  await assert.rejects(connect(address).practices(), (error) => {
    assert.ok(error instanceof Problem);
    assert.deepEqual(
      [error.type, error.detail, error.members.looks_like],
      ["not-a-policy", "These are terms.", "terms"],
    );
    return true;
  });
});

test("a problem says when to come back", async () => {
  next = problem(429, { type: "/problems/rate-limited", detail: "" }, { "Retry-After": "7" });

  await assert.rejects(connect(address).practices(), { type: "rate-limited", retryAfter: 7 });
});

for (const header of ["Sun, 22 Nov 2026 12:00:00 GMT", "-5", "1e3", "soon", ""]) {
  test(`a problem that says to come back at "${header}" says nothing that can be counted`, async () => {
    next = problem(429, { type: "/problems/rate-limited", detail: "" }, { "Retry-After": header });

    await assert.rejects(connect(address).practices(), { type: "rate-limited", retryAfter: null });
  });
}

for (const [what, answer] of [
  ["in words", says(500, "Internal Server Error", { "Retry-After": "7" })],
  ["of its proxy", says(502, "<h1>Bad Gateway</h1>", { "Retry-After": "7" })],
  ["without a name", problem(500, { type: "about:blank", detail: "" }, { "Retry-After": "7" })],
]) {
  test(`a failure ${what} is the service's own`, async () => {
    next = answer;

    await assert.rejects(connect(address).practices(), { why: "fault", retryAfter: 7 });
  });
}

test("the failure of its store is told apart", async () => {
  next = problem(503, { type: "/problems/store-away", detail: "" });

  await assert.rejects(connect(address).practices(), { type: "store-away" });
});

test("a service that is not there is away", async () => {
  await assert.rejects(connect("http://127.0.0.1:1").practices(), fails("unreachable"));
});

test("a service that says nothing in time is slow", async () => {
  next = () => {};

  await assert.rejects(connect(address, 50).practices(), fails("slow"));
});

test("a service that stops in the middle of its answer is slow", async () => {
  next = (response) => response.writeHead(200).write("{");

  await assert.rejects(connect(address, 50).practices(), fails("slow"));
});

for (const [what, answer] of [
  ["a page", says(200, "<h1>It works</h1>")],
  ["nothing", says(200, "")],
  ["a number", says(200, "7")],
  ["null", says(200, "null")],
  ["another list", says(200, '{"items": []}')],
  ["no list", says(200, '{"practices": 53}')],
  ["a failure without a type", says(404, '{"error": "no such page"}')],
  ["more than anyone reads", says(200, `{"practices": ["${"a".repeat(9_000_000)}"]}`)],
]) {
  test(`what answers with ${what} is no Smallprint`, async () => {
    next = answer;

    await assert.rejects(connect(address).practices(), fails("stranger"));
  });
}

for (const changes of [
  { document: null },
  { badges: {} },
  { badges: [null] },
  { findings: [{ practice: "sells-data" }] },
  { not_stated: [7] },
  { actions: [{ href: 7 }] },
]) {
  test(`a summary with ${JSON.stringify(changes)} is none`, async () => {
    next = says(200, JSON.stringify({ ...SUMMARY, ...changes }));

    await assert.rejects(connect(address).summarise({ text: "" }), fails("stranger"));
  });
}

test("a record with a summary that is none is none", async () => {
  const document = {
    url: "",
    read_at: "2026-11-20T08:00:00Z",
    provenance: { how: "submitted", detail: "" },
    summary: {},
  };
  next = says(200, JSON.stringify({ domain: "shop.example", documents: [document] }));

  await assert.rejects(connect(address).lookUp("shop.example"), fails("stranger"));
});

test("no redirect is followed: a policy goes where it was meant to go", async () => {
  next = says(307, "", { Location: "https://elsewhere.example/" });

  await assert.rejects(connect(address).summarise({ text: "" }), fails("unreachable"));
});

test("a search is asked for by the host alone", async () => {
  next = says(202, '{"domain": "shop.example", "state": "queued", "asked_at": "2026-11-22T12:00:00Z"}');

  assert.equal((await connect(address).search("www.shop.example")).state, "queued");

  const { method, path, body } = asked.at(-1);
  assert.deepEqual([method, path, body], ["POST", "/v1/domains/www.shop.example/refresh", ""]);
});

test("a service that has too much to read is no fault", async () => {
  next = problem(503, { type: "/problems/busy", detail: "" }, { "Retry-After": "30" });

  await assert.rejects(connect(address).practices(), { type: "busy", retryAfter: 30 });
});
