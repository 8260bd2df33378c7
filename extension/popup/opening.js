/**
 * What the popup asks as it opens. It is asked before the rest of the popup is loaded: the answer takes as long as that.
 */

import { activeTab, ask } from "../browser.js";

/** The reading that the worker chose, as its step and the state that it ended in. */
export const opening = activeTab().then((tabId) => ask("open", { tabId }));

import("../summary/messages.js"); // so that what it loads by itself is under way too

opening.catch(() => {}); // whoever awaits it sees that it failed
