/**
 * The worker: it answers the popup and keeps nothing, since it may be stopped at any time.
 *
 * It reads, and not the popup, so that a popup closed too early does not stop the reading.
 */

import { DEFAULT_SERVICE } from "./address.js";
import { answer, label, runInTab, stored, tabOf } from "./browser.js";
import { lookUp, read, readAnyway } from "./reading.js";
import { connect } from "./summary/service.js";
import { words } from "./summary/words.js";

const answerWith =
  (reading) =>
  async ({ tabId, seen }) => {
    await label(tabId);
    const [{ address }, tab] = await Promise.all([stored({ address: DEFAULT_SERVICE }), tabOf(tabId)]);
    const run = (func) => runInTab(tabId, func);
    const state = await reading({ run, service: connect(address), isPrivate: tab.isPrivate, seen });
    await showCount(tabId, state, tab.url);
    return state;
  };

/** Write how many warnings there are, unless the tab shows another page by now. None is no all-clear: nothing then. */
async function showCount(tabId, state, url) {
  const summary = state.kind === "record" ? state.documents[state.shown].summary : state.summary;
  const warnings = summary?.badges.filter(({ level }) => level === "warning").length;
  if (!warnings || (await tabOf(tabId)).url !== url) return;
  await label(tabId, { text: String(warnings), title: words.toolbar(warnings) });
}

answer({ read: answerWith(read), "read-anyway": answerWith(readAnyway), "look-up": answerWith(lookUp) });
