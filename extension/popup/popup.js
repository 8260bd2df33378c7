/**
 * The popup: it asks the worker, and shows the state that comes back.
 */

import { DEFAULT_SERVICE } from "../address.js";
import { activeTab, ask, openOptions, openTab, stored } from "../browser.js";
import { draw } from "../summary/draw.js";
import { broken } from "../summary/states.js";
import { view } from "../summary/view.js";

const root = document.getElementById("summary");
const status = document.getElementById("status");
const can = ["read-anyway", "look-up", "again", "paste", "options", "history"];
const load = {
  measured: (analysis) => ask("measured", { analysis }),
  history: (domain) => ask("history", { domain }),
};

let state;
let asked;

function show(next) {
  state = next;
  draw(view(state, { can, now: new Date() }), { root, status, take, load, open: openTab });
}

const steps = {
  options: openOptions,
  paste: async () => openTab((await stored({ address: DEFAULT_SERVICE })).address),
  again: () => answer(asked),
  "show-document": ({ index }) => show({ ...state, shown: index }),
};

async function take(chosen) {
  try {
    await (steps[chosen.step] ?? answer)(chosen);
  } catch (error) {
    show(broken(error));
  }
}

/** Ask the worker for the reading that was chosen. */
async function answer(reading) {
  show({ kind: "working", why: reading.step });
  asked = reading;
  const { step, seen } = reading;
  show(await ask(step, { tabId: await activeTab(), seen }));
}

document.getElementById("options").addEventListener("click", openOptions);
take({ step: "read" });
