/**
 * The selected words that the reader has asked about: held per tab, in memory, until the tab is closed.
 */

import { held, hold, release, runInTab, tabOf, UnreadablePage } from "./browser.js";
import { extractPage } from "./extract.js";

const keyOf = (tabId) => `selection-${tabId}`;

/** What is being held just now: the popup may ask before it is. */
const holding = new Map();

/** Hold what is selected in the frame of the tab; `text` is what the browser itself says of it. */
export function holdSelection({ tabId, frameId, text }) {
  holding.set(tabId, selected({ tabId, frameId, text }).finally(() => holding.delete(tabId)));
}

async function selected({ tabId, frameId, text }) {
  const [{ url, title }, read] = await Promise.all([tabOf(tabId), readIn(tabId, frameId)]);
  // Of a selection in a field, in a closed part or in a frame of another origin, we know its words only.
  const plain = { contentType: "text/plain", text, html: "", headings: [], fields: false, complete: true };
  await hold(keyOf(tabId), { ...(read?.text ? read : plain), url, title, isFresh: true });
}

const readIn = (tabId, frameId) =>
  runInTab(tabId, extractPage, ["selection"], frameId).catch((error) => {
    if (error instanceof UnreadablePage) return null;
    throw error;
  });

/** Return what is held for the tab, undefined where it is nothing, of another page than the tab shows, or of a closed tab. */
export async function heldSelection(tabId) {
  await holding.get(tabId)?.catch(() => {}); // a tab that was closed meanwhile
  const selection = await held(keyOf(tabId));
  const tab = await tabOf(tabId).catch(() => null);
  return selection?.url === tab?.url ? selection : undefined;
}

/** Return whether something was selected to be read since this was asked last: it is read once, then the page again. */
export async function isFresh(tabId) {
  const selection = await heldSelection(tabId);
  if (!selection?.isFresh) return false;
  await hold(keyOf(tabId), { ...selection, isFresh: false });
  return true;
}

/** Let go of what was selected in the tab. */
export const releaseSelection = (tabId) => release(keyOf(tabId));
