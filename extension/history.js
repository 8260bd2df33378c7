/**
 * What changed in a site's policies, asked for when the reader opens it.
 */

import { publicName } from "./address.js";
import { registrableDomain } from "./registrable-domain.js";

/** Return the history of the site at `host`, or null where it has none: of names on the own network nothing is asked. */
export async function historyOf(host, service) {
  const domain = registrableDomain(publicName(host));
  if (!domain) return null;
  try {
    return await service.history(domain);
  } catch (error) {
    if (["unknown-domain", "bad-request"].includes(error.type)) return null; // the latter: it can have no record
    throw error;
  }
}
