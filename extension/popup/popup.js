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
import { opening } from "./opening.js";

translate(document);
const root = document.getElementById("summary");
const status = document.getElementById("status");
const can = [
  ...["read-anyway", "look-up", "again", "paste", "options", "history", "see-record"],
  ...["open-link", "read-address", "show-quote", "search", "search-result"],
];
const load = {
  measured: async (analysis) => ask("measured", { tabId: await activeTab(), analysis }),
  history: (domain) => ask("history", { domain }),
};

let state;
let asked = { step: "read" };
let turns = 0;

function show(next) {
  const isUnchanged = next.kind === "searching" && state.kind === "searching"; // so it is said once only
  state = next;
  if (!isUnchanged) draw(view(state, { can, now: new Date() }), { root, status, take, load, open: openTab });
  if (next.kind === "searching") setTimeout(lookAgain, next.pause, next, turns);
}

const steps = {
  open: showOpening,
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

/** Ask the worker for the reading that was chosen. */
function answer(chosen) {
  const { step, ...values } = (asked = chosen);
  return showNext(step, async () => ask(step, { tabId: await activeTab(), ...values }));
}

/** Show what the popup opens with. Tried again, the same is read, even where it was selected words. */
function showOpening() {
  return showNext("read", async () => {
    const { step, state: first } = await opening;
    asked = { step };
    return first;
  });
}

/** Show what `next` resolves to, and until then that it is worked on. After another choice it comes too late. */
async function showNext(step, next) {
  const turn = (turns += 1);
  show({ kind: "working", why: step });
  const come = await next().catch(broken);
  if (turn === turns) show(come);
}

/** Ask what came of a search, unless something else was chosen meanwhile. */
async function lookAgain({ domain, looks }, turn) {
  if (turn !== turns) return;
  const next = await ask("search-result", { tabId: await activeTab(), domain, looks }).catch(broken);
  if (turn === turns) show({ ...state, ...next }); // with what the page offers besides
}

/** Show a quote in the page, and return what came of it. */
async function showInPage({ quote, part }) {
  const { found } = await ask("show-quote", { tabId: await activeTab(), quote, part });
  return found ? words.shown(found) : words.notShown;
}

document.getElementById("options").addEventListener("click", openOptions);
take({ step: "open" });
