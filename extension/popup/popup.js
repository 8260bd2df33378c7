/**
 * The popup: it asks the worker, and shows the state that comes back.
 */

import { DEFAULT_SERVICE } from "../address.js";
import { activeTab, ask, openOptions, openTab, stored } from "../browser.js";
import { draw } from "../summary/draw.js";
import { broken } from "../summary/states.js";
import { translate } from "../summary/translate.js";
import { view } from "../summary/view.js";
import { words } from "../summary/words.js";

translate(document);
const root = document.getElementById("summary");
const status = document.getElementById("status");
const can = [
  ...["read-anyway", "look-up", "again", "paste", "options", "history"],
  ...["open-link", "read-address", "show-quote", "search", "search-result"],
];
const load = {
  measured: (analysis) => ask("measured", { analysis }),
  history: (domain) => ask("history", { domain }),
};

let state;
let asked;
let turns = 0;

function show(next) {
  const isUnchanged = next.kind === "searching" && state.kind === "searching"; // so it is said once only
  state = next;
  if (!isUnchanged) draw(view(state, { can, now: new Date() }), { root, status, take, load, open: openTab });
  if (next.kind === "searching") setTimeout(lookAgain, next.pause, next, turns);
}

const steps = {
  options: openOptions,
  paste: async () => openTab((await stored({ address: DEFAULT_SERVICE })).address),
  "open-link": ({ url }) => openTab(url),
  again: () => answer(asked),
  "show-document": ({ index }) => show({ ...state, shown: index }),
  "show-quote": showInPage,
};

async function take(chosen) {
  try {
    return await (steps[chosen.step] ?? answer)(chosen);
  } catch (error) {
    return show(broken(error));
  }
}

/** Ask the worker for the reading that was chosen. An answer to what was chosen before comes too late. */
async function answer({ step, ...values }) {
  const turn = (turns += 1);
  asked = { step, ...values };
  show({ kind: "working", why: step });
  const next = await ask(step, { tabId: await activeTab(), ...values });
  if (turn === turns) show(next);
}

/** Ask what came of a search, unless something else was chosen meanwhile. */
async function lookAgain({ domain, looks }, turn) {
  if (turn !== turns) return;
  const next = await ask("search-result", { tabId: await activeTab(), domain, looks }).catch(broken);
  if (turn === turns) show(next);
}

/** Show a quote in the page, and return what came of it. */
async function showInPage({ quote, part }) {
  const { found } = await ask("show-quote", { tabId: await activeTab(), quote, part });
  return found ? words.shown(found) : words.notShown;
}

async function begin() {
  const isSelected = await ask("is-selected", { tabId: await activeTab() });
  return answer({ step: isSelected ? "read-selection" : "read" });
}

steps.begin = begin;
document.getElementById("options").addEventListener("click", openOptions);
take({ step: "begin" });
