/**
 * The worker: it answers the popup and keeps nothing but what is selected, since it may be stopped at any time.
 *
 * It reads, and not the popup, so that a popup closed too early does not stop the reading.
 */

import { DEFAULT_SERVICE, likelyDomain } from "./address.js";
import {
  answer,
  label,
  markingStyle,
  offerForSelections,
  onTabClosed,
  runInTab,
  stored,
  tabOf,
  UnreadablePage,
} from "./browser.js";
import { lookUp, read, readAddress, readAnyway, readSelection, search, searchResult } from "./reading.js";
import { forgetSelection, isFresh, keepSelection, keptSelection } from "./selection.js";
import { showQuote } from "./show-quote.js";
import { connect } from "./summary/service.js";
import { words } from "./summary/words.js";

const answerWith =
  (reading) =>
  async ({ tabId, seen, url, domain, looks }) => {
    try {
      await label(tabId);
      const [{ address }, tab, selection] = await Promise.all([
        stored({ address: DEFAULT_SERVICE }),
        tabOf(tabId),
        keptSelection(tabId),
      ]);
      const run = (func, args) => runInTab(tabId, func, args);
      const given = { isPrivate: tab.isPrivate, tabUrl: tab.url, domainOf: likelyDomain, seen, url, domain, looks };
      const state = await reading({ run, service: connect(address), selection, ...given });
      await showCount(tabId, state, tab.url);
      return state;
    } catch (error) {
      if (error instanceof UnreadablePage) return { kind: "unreadable-page", why: error.why };
      throw error;
    }
  };

/** Write how many warnings there are, unless the tab shows another page by now. None is no all-clear: nothing then. */
async function showCount(tabId, state, url) {
  const summary = state.kind === "record" ? state.documents[state.shown].summary : state.summary;
  const warnings = summary?.badges.filter(({ level }) => level === "warning").length;
  if (!warnings || (await tabOf(tabId)).url !== url) return;
  await label(tabId, { text: String(warnings), title: words.toolbar(warnings) });
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

offerForSelections(words.menu.selection, keepSelection, (tabId) =>
  label(tabId, { text: "\u2026", title: words.toolbarWaiting }),
);
onTabClosed(forgetSelection);
answer({
  read: answerWith(read),
  "read-anyway": answerWith(readAnyway),
  "read-selection": answerWith(readSelection),
  "read-address": answerWith(readAddress),
  "look-up": answerWith(lookUp),
  search: answerWith(search),
  "search-result": answerWith(searchResult),
  "is-selected": async ({ tabId }) => isFresh(tabId),
  "show-quote": show,
});
