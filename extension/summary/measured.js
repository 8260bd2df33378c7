/**
 * How often a badge of a kind was right when it was judged, as the service publishes it.
 */

/** Return the name of a kind of badge. */
export const kindOf = ({ practice, stance }) => `${practice}:${stance}`;

/**
 * Return by kind of badge how many of those that were judged were right. Kinds that were not measured are missing.
 *
 * @param {{practices: {id: string, stances: Record<string, {measured?: {right: number, judged: number} | null}>}[]}} list
 * @returns {Record<string, {right: number, judged: number}>}
 */
export function measuredOf({ practices }) {
  const kinds = practices.flatMap(({ id: practice, stances }) =>
    Object.entries(stances).map(([stance, { measured }]) => [kindOf({ practice, stance }), measured]),
  );
  return Object.fromEntries(kinds.filter(([, measured]) => measured));
}
