/**
 * How often a badge of each kind was right: asked for once for each version of the service's analysis.
 */

import { store, stored } from "./browser.js";
import { measuredOf } from "./summary/measured.js";

/**
 * Return how often each kind of badge was right, by practice and stance.
 *
 * @param {ReturnType<typeof import("./summary/service.js").connect>} service
 * @param {string} analysis the version that made the summary at hand
 * @param {{isPrivate: boolean}} tab where that is shown
 */
export async function measuredBy(service, analysis, { isPrivate }) {
  const { measured } = await stored({ measured: null });
  if (measured?.analysis === analysis && measured.address === service.address) return measured.kinds;
  const kinds = measuredOf(await service.practices());
  if (!isPrivate) await store({ measured: { address: service.address, analysis, kinds } });
  return kinds;
}
