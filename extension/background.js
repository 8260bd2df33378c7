/**
 * The worker: it answers the popup and is told of visits. It may be stopped at any time, so it keeps nothing in itself.
 *
 * It reads, and not the popup, so that a popup closed too early does not stop the reading.
 */

import { DEFAULT_SERVICE } from "./address.js";
import {
  answer,
  label,
  markingStyle,
  message,
  offerForSelections,
  onTabClosed,
  onVisit,
  runInTab,
  stored,
  tabOf,
  UnreadablePage,
} from "./browser.js";
import { historyOf } from "./history.js";
import { keep, recall } from "./kept.js";
import { measuredBy } from "./measured.js";
import { lookUp, read, readAddress, readAnyway, readSelection, search, searchResult } from "./reading.js";
import { heldSelection, holdSelection, isFresh, releaseSelection } from "./selection.js";
import { showQuote } from "./show-quote.js";
import { connect } from "./summary/service.js";
import { labelOf } from "./toolbar.js";
import { overrule, visit } from "./visits.js";

/** The states in which what was read before is better than nothing. */
const AWAY = new Set(["service-away", "too-many-requests"]);

const service = async () => connect((await stored({ address: DEFAULT_SERVICE })).address);

const answerWith =
  (reading) =>
  async ({ tabId, seen, url, domain, looks }) => {
    overrule(tabId);
    try {
      const [connected, tab, selection] = await Promise.all([service(), tabOf(tabId), heldSelection(tabId)]);
      const run = (func, args) => runInTab(tabId, func, args);
      const given = { isPrivate: tab.isPrivate, tabUrl: tab.url, seen, url, domain, looks };
      const begun = reading({ run, service: connected, selection, ...given });
      const cleared = label(tabId); // five calls, which the page need not wait for
      const state = await begun;
      const shown = AWAY.has(state.kind) && reading !== readSelection ? await fromBefore(state, url ?? tab.url) : state;
      noteRead(tabId, shown, tab, cleared).catch(console.error); // the reader need not wait for that
      return shown;
    } catch (error) {
      if (error instanceof UnreadablePage) return { kind: "unreadable-page", why: error.why };
      throw error;
    }
  };

/** Read what was selected, where the reader has asked about that and not been answered; else the page. */
async function open({ tabId }) {
  const step = (await isFresh(tabId)) ? "read-selection" : "read";
  return { step, state: await readings[step]({ tabId }) };
}

/** Write how many warnings there are once the button is `cleared`, and keep what was read. */
async function noteRead(tabId, state, tab, cleared) {
  await cleared;
  await Promise.all([showCount(tabId, state, tab.url), tab.isPrivate ? null : keepRead(state)]);
}

/** Write how many warnings there are, unless the tab was closed or shows another page by now. */
async function showCount(tabId, state, url) {
  const shown = labelOf(state);
  const isShown = await tabOf(tabId).then((tab) => tab.url === url, () => false);
  if (shown.title && isShown) await label(tabId, shown);
}

/** Return what was read of the page and its site before, or the state as it is where nothing was. */
async function fromBefore(away, url) {
  const documents = await recall(url);
  return documents.length ? { kind: "kept", documents, shown: 0, away } : away;
}

/** Keep the policies that were read. Selected words are none: they would stand for the whole page later. */
async function keepRead({ kind, from, url, readAt, summary, documents = [] }) {
  if (kind === "summary" && from !== "selection") await keep({ url, read_at: readAt, summary });
  if (kind === "record") for (const document of documents.toReversed()) await keep(document);
}

/** Mark the quote in the page, and return how often it was found there. */
async function show({ tabId, quote, part }) {
  try {
    await markingStyle(tabId);
    return await runInTab(tabId, showQuote, [quote, part]);
  } catch (error) {
    if (error instanceof UnreadablePage) return { found: 0 };
    throw error;
  }
}

const readings = {
  read: answerWith(read),
  "read-anyway": answerWith(readAnyway),
  "read-selection": answerWith(readSelection),
  "read-address": answerWith(readAddress),
  "look-up": answerWith(lookUp),
  "see-record": answerWith(lookUp),
  search: answerWith(search),
  "search-result": answerWith(searchResult),
};

offerForSelections(message("menuSelection"), holdSelection, (tabId) =>
  label(tabId, { text: "\u2026", title: message("toolbarWaiting") }),
);
onTabClosed(releaseSelection);
answer({
  ...readings,
  open,
  "show-quote": show,
  measured: async ({ tabId, analysis }) => measuredBy(await service(), analysis, await tabOf(tabId)),
  history: async ({ domain }) => historyOf(domain, await service()),
});
onVisit(visit);
