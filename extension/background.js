/**
 * The worker: it answers the popup and is told of visits. It may be stopped at any time, so it keeps nothing in itself.
 *
 * It reads, and not the popup, so that a popup closed too early does not stop the reading.
 */

import { DEFAULT_SERVICE } from "./address.js";
import { answer, label, onVisit, runInTab, stored, tabOf } from "./browser.js";
import { historyOf } from "./history.js";
import { keep, recall } from "./kept.js";
import { measuredBy } from "./measured.js";
import { lookUp, read, readAnyway } from "./reading.js";
import { connect } from "./summary/service.js";
import { labelOf } from "./toolbar.js";
import { visit } from "./visits.js";

/** The states in which what was read before is better than nothing. */
const AWAY = new Set(["service-away", "too-many-requests"]);

const service = async () => connect((await stored({ address: DEFAULT_SERVICE })).address);

const answerWith =
  (reading) =>
  async ({ tabId, seen }) => {
    const cleared = label(tabId);
    const [connected, tab] = await Promise.all([service(), tabOf(tabId)]);
    const run = (func) => runInTab(tabId, func);
    const state = await reading({ run, service: connected, isPrivate: tab.isPrivate, seen });
    const shown = AWAY.has(state.kind) ? await fromBefore(state, tab.url) : state;
    noteRead(tabId, shown, tab, cleared).catch(console.error); // the reader need not wait for that
    return shown;
  };

/** Write how many warnings there are once the button is `cleared`, and keep what was read. */
async function noteRead(tabId, state, tab, cleared) {
  await cleared;
  await showCount(tabId, state, tab.url);
  if (!tab.isPrivate) await keepRead(state);
}

/** Write how many warnings there are, unless the tab shows another page by now. */
async function showCount(tabId, state, url) {
  const shown = labelOf(state);
  if (shown.title && (await tabOf(tabId)).url === url) await label(tabId, shown);
}

/** Return what was read of the page and its site before, or the state as it is where nothing was. */
async function fromBefore(away, url) {
  const documents = await recall(url);
  return documents.length ? { kind: "kept", documents, shown: 0, away } : away;
}

async function keepRead({ kind, url, readAt, summary, documents = [] }) {
  if (kind === "summary") await keep({ url, read_at: readAt, summary });
  if (kind === "record") for (const document of documents.toReversed()) await keep(document);
}

answer({
  read: answerWith(read),
  "read-anyway": answerWith(readAnyway),
  "look-up": answerWith(lookUp),
  measured: async ({ analysis }) => measuredBy(await service(), analysis),
  history: async ({ domain }) => historyOf(domain, await service()),
});
onVisit(visit);
