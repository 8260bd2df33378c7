/**
 * The worker: it answers the popup and keeps nothing, since it may be stopped at any time.
 *
 * It reads, and not the popup, so that a popup closed too early does not stop the reading.
 */

import { DEFAULT_SERVICE } from "./address.js";
import { answer, label, runInTab, stored } from "./browser.js";
import { lookUp, read, readAnyway } from "./reading.js";
import { connect } from "./summary/service.js";
import { words } from "./summary/words.js";

const answerWith =
  (reading) =>
  async ({ tabId }) => {
    const { address } = await stored({ address: DEFAULT_SERVICE });
    const state = await reading({ run: (func) => runInTab(tabId, func), service: connect(address) });
    await showCount(tabId, state);
    return state;
  };

async function showCount(tabId, state) {
  const summary = state.kind === "record" ? state.documents[state.shown].summary : state.summary;
  if (!summary) return;
  const warnings = summary.badges.filter(({ level }) => level === "warning").length;
  await label(tabId, { text: String(warnings), title: words.toolbar(warnings) });
}

answer({ read: answerWith(read), "read-anyway": answerWith(readAnyway), "look-up": answerWith(lookUp) });
