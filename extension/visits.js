/**
 * The automatic lookup: what the toolbar button says of the sites that are visited, where the reader has asked for it.
 */

import { DEFAULT_SERVICE } from "./address.js";
import { label, seesVisits, stored, tabOf } from "./browser.js";
import { isNews, lookUpQuietly } from "./lookups.js";
import { publicDomain } from "./registrable-domain.js";
import { connect } from "./summary/service.js";
import { labelOfSite } from "./toolbar.js";

/** Which page each tab showed last, for as long as that is being looked up. */
const latest = new Map();

/** What is stored of the reader's choice. The permission alone is none: another part may need it one day. */
export const AUTOMATIC = { automatic: false };

/** Return whether the reader has turned the automatic lookup on, and its permission is there. */
export async function isAutomatic() {
  const [{ automatic }, isPermitted] = await Promise.all([stored(AUTOMATIC), seesVisits()]);
  return automatic && isPermitted;
}

/** Label the tab that now shows a page of `url` by what is known of its site. Of a private window nothing is asked. */
export async function visit(tabId, url) {
  latest.set(tabId, url);
  const entry = await entryOf(tabId, url);
  const isLatest = () => latest.get(tabId) === url; // else the tab shows another page by now, or the reader has clicked
  if (entry && isLatest()) {
    const isAlert = entry.warnings > 0 && (await isNews(entry));
    if (isLatest()) await label(tabId, labelOfSite(entry.domain, entry, isAlert));
  }
  if (isLatest()) latest.delete(tabId);
}

/** Leave the label of the tab to what the reader has asked about its page, which says more than the lookup under way. */
export const overrule = (tabId) => latest.delete(tabId);

/** What is known of the site, or null: where the reader has not asked for it, or where it is nobody's to know. */
async function entryOf(tabId, url) {
  const domain = publicDomain(url);
  if (!domain || !(await isAutomatic())) return null;
  const tab = await tabOf(tabId).catch(() => null); // it may have been closed meanwhile
  if (!tab || tab.isPrivate) return null;
  const { address } = await stored({ address: DEFAULT_SERVICE });
  const entry = await lookUpQuietly(domain, connect(address), Date.now());
  return entry && { ...entry, domain };
}
