/**
 * Every call to the browser that the extension makes. Reading this file tells what it can do.
 */

const api = globalThis.browser ?? globalThis.chrome;

/** The page cannot be read: `why` is "browser" (one of its own, or a store), "moved" (it went meanwhile) or "closed". */
export class UnreadablePage extends Error {
  constructor(why, cause) {
    super(`unreadable page: ${why}`, { cause });
    this.why = why;
  }
}

/** What browsers say of pages that extensions may not read. */
const FORBIDDEN = /cannot access|cannot be scripted|permission|error page/i;

/** Return the address and the title that the tab shows, "" where we may not know them, and whether its window is private. */
export async function tabOf(tabId) {
  const tab = await api.tabs.get(tabId).catch((error) => {
    throw new UnreadablePage("closed", error);
  });
  return { url: tab.url ?? "", title: tab.title ?? "", isPrivate: tab.incognito };
}

/** Return the id of the tab that the reader looks at. */
export async function activeTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab.id;
}

/**
 * Return what `func` returns, or resolves to, when it is run in the page of the tab; throw UnreadablePage where it
 * cannot be.
 *
 * @template Result
 * @param {number} tabId
 * @param {(...args: any[]) => Result | Promise<Result>} func stands alone: the browser sends its source into the page
 * @param {any[]} args
 * @param {number} frameId the frame of the page, 0 for the page itself
 * @returns {Promise<Result>}
 */
export async function runInTab(tabId, func, args = [], frameId = 0) {
  const target = { tabId, frameIds: [frameId] };
  const [injection] = await api.scripting.executeScript({ target, func, args }).catch((error) => {
    throw new UnreadablePage(FORBIDDEN.test(error.message) ? "browser" : "moved", error);
  });
  if (injection?.result) return injection.result;
  // Of its own pages Firefox says nothing at all.
  const { url } = await tabOf(tabId);
  throw new UnreadablePage(/^(?:https?|file):/.test(url) ? "moved" : "browser");
}

/** Make the marks of a quote visible in the page of the tab and in its frames. */
export const markingStyle = (tabId) =>
  api.scripting.insertCSS({ target: { tabId, allFrames: true }, files: ["show-quote.css"] }).catch((error) => {
    throw new UnreadablePage("moved", error);
  });

/** Return the message `key` of _locales in the browser's language, "" for none: what stands in its own parts is in that. */
export const message = (key) => api.i18n.getMessage(key);

/** Return the language that the browser itself speaks. */
export const browserLanguage = () => api.i18n.getUILanguage();

/** Return what is stored on this device under the keys of `defaults`. */
export const stored = (defaults) => api.storage.local.get(defaults);

/** Store `values` on this device. */
export const store = (values) => api.storage.local.set(values);

/** Remove what is stored on this device under `keys`. */
export const unstore = (keys) => api.storage.local.remove(keys);

/** Return what `work` returns, which no other page of the extension does meanwhile: reading and writing are two steps. */
export const alone = (work) => navigator.locks.request("storage", work);

/** Return what is held under `key` until the browser ends, never on disk; undefined where there is nothing. */
export const held = async (key) => (await api.storage.session.get(key))[key];

/** Hold `value` under `key` until the browser ends. */
export const hold = (key, value) => api.storage.session.set({ [key]: value });

/**
 * Put `title` into the menu of selected text. When it is chosen, `handle` is called with where and what is selected;
 * then the popup opens, where the browser lets it. Elsewhere `waiting(tabId)` is called.
 *
 * @param {string} title
 * @param {(chosen: { tabId: number, frameId: number, text: string }) => void} handle
 * @param {(tabId: number) => void} waiting
 */
export function offerForSelections(title, handle, waiting) {
  const entry = { id: "selection", title, contexts: ["selection"] };
  api.runtime.onInstalled.addListener(() => api.contextMenus.removeAll().then(() => api.contextMenus.create(entry)));
  api.contextMenus.onClicked.addListener(({ frameId = 0, selectionText = "" }, { id: tabId }) => {
    handle({ tabId, frameId, text: selectionText });
    // Firefox opens it for as long as the click is being handled, so nothing may be awaited before.
    Promise.try(() => api.action.openPopup()).catch(() => waiting(tabId));
  });
}

/** Call `handle` with the id of each tab that is closed. */
export const onTabClosed = (handle) => api.tabs.onRemoved.addListener(handle);

/** Let go of what is held under `key`. */
export const release = (key) => api.storage.session.remove(key);

/** Open the options page. */
export const openOptions = () => api.runtime.openOptionsPage();

/** Open `url` in a new tab. */
export const openTab = (url) => api.tabs.create({ url });

/**
 * Show on the toolbar button, while the tab shows this page: `text` beside it, `title` in its tooltip, and the icon that
 * bears `mark`. Without any it looks as it always does.
 *
 * @param {number} tabId
 * @param {import("./toolbar.js").Label} [label]
 */
export async function label(tabId, { text = "", title = "", mark = "", isAlert = false } = {}) {
  const { action } = api.runtime.getManifest();
  const path = Object.fromEntries([16, 32].map((size) => [size, `/icons/${mark ? `${mark}-` : ""}${size}.png`]));
  const written = [
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color: isAlert ? "#b3261e" : "#46506b" }),
    api.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    api.action.setTitle({ tabId, title: title || action.default_title }),
    api.action.setIcon({ tabId, path }),
  ];
  await Promise.allSettled(written); // the tab may have been closed meanwhile
}

/** What it takes to be told of visits. Of two permissions that would do, this one shows no titles and no tab at rest. */
const VISITS = { permissions: ["webNavigation"] };

/** Return what to ask the reader for, so that visits can be told. Firefox has a word for what is sent then. */
export async function visitsRequest() {
  const held = await api.permissions.getAll();
  return "data_collection" in held ? { ...VISITS, data_collection: ["browsingActivity"] } : VISITS;
}

/** Ask the reader for the permission to be told of visits; return whether it is given. Must be called on a click. */
export const requestVisits = (request) => api.permissions.request(request);

/** Give that permission back. */
export const renounceVisits = () => api.permissions.remove(VISITS);

/** Return whether visits are told. */
export const seesVisits = () => api.permissions.contains(VISITS);

/**
 * Call `handle(tabId, url)` whenever a tab shows another page of the web, as soon and as long as that is permitted.
 *
 * @param {(tabId: number, url: string) => void} handle
 */
export function onVisit(handle) {
  const visited = ({ tabId, frameId, url }) => frameId === 0 && handle(tabId, url);
  const listen = () =>
    api.webNavigation?.onCommitted.addListener(visited, { url: [{ schemes: ["http", "https"] }] });
  listen();
  api.permissions.onAdded.addListener(listen); // a listener that is added twice is called once
}

/** Return the worker's answer to the message `name`; throw when the worker failed. */
export async function ask(name, values) {
  const { answer, error } = await api.runtime.sendMessage({ name, ...values });
  if (error) throw new Error(error);
  return answer;
}

/**
 * Answer messages by `handlers`, a function for each name. A message without one is an error, not silence.
 *
 * @param {Record<string, (message: any) => Promise<unknown>>} handlers
 */
export function answer(handlers) {
  api.runtime.onMessage.addListener((message, _sender, reply) => {
    const handled = Object.hasOwn(handlers, message.name)
      ? handlers[message.name](message)
      : Promise.reject(new Error(`No handler for "${message.name}"`));
    handled.then(
      (value) => reply({ answer: value }),
      (error) => reply({ error: String(error) }),
    );
    return true; // keeps the channel open: the reply comes later
  });
}
