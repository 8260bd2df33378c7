import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { Problem, ServiceAway } from "../../extension/summary/service.js";
import { stateOf } from "../../extension/summary/states.js";

const ADDRESS = "https://smallprint.example";
const problem = (type, members = {}, retryAfter = 60) =>
  new Problem({ type: `/problems/${type}`, detail: "Because.", ...members }, retryAfter);

for (const [error, state] of [
  [new ServiceAway("slow"), { kind: "service-away", why: "slow", address: ADDRESS, seconds: null }],
  [new ServiceAway("fault", { retryAfter: 7 }), { kind: "service-away", why: "fault", address: ADDRESS, seconds: 7 }],
  [problem("busy", {}, 30), { kind: "service-away", why: "busy", address: ADDRESS, seconds: 30 }],
  [
    problem("unreachable"),
    { kind: "refused", why: "unreachable", language: undefined, detail: "Because." },
  ],
  [problem("store-away"), { kind: "service-away", why: "store-away", address: ADDRESS }],
  [problem("forbidden-origin"), { kind: "service-away", why: "forbidden", address: ADDRESS }],
  [problem("rate-limited", {}, 7), { kind: "too-many-requests", seconds: 7 }],
  [problem("not-a-policy", { looks_like: "terms" }), { kind: "refused", why: "terms", detail: "Because." }],
  [problem("not-a-policy"), { kind: "refused", why: "", detail: "Because." }],
  [problem("bot-wall"), { kind: "refused", why: "bot-wall", language: undefined, detail: "Because." }],
  [
    problem("not-english", { language: "de" }),
    { kind: "refused", why: "not-english", language: "de", detail: "Because." },
  ],
  [problem("of-a-newer-service"), { kind: "refused", why: "", language: undefined, detail: "Because." }],
]) {
  test(`${error.message} leads to ${state.kind} ${state.why ?? ""}`, () => {
    assert.deepEqual(stateOf(error, ADDRESS), state);
  });
}

test("a fault of ours is shown as one, and its trace is kept for developers", () => {
  const log = mock.method(console, "error", () => {});
  const fault = new TypeError("x is undefined");

  assert.deepEqual(stateOf(fault, ADDRESS), { kind: "broken", detail: "TypeError: x is undefined" });
  assert.deepEqual(log.mock.calls[0].arguments, [fault]);
});
