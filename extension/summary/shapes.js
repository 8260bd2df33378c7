/**
 * What the service's answers look like, as far as they are read. What does not fit is no answer of a Smallprint.
 */

const isText = (value) => typeof value === "string";
const isCount = (value) => Number.isFinite(value);
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));
const isMaybe = (fits) => (value) => value === null || value === undefined || fits(value);
const isListOf = (fits) => (value) => Array.isArray(value) && value.every(fits);
const isObject = (members) => (value) =>
  typeof value === "object" && value !== null && Object.entries(members).every(([name, fits]) => fits(value[name]));

const isQuote = isObject({ quote: isText, display: isText, start: isCount, heading: isMaybe(isText), lead_in: isMaybe(isText) });
const isFinding = isObject({
  practice: isText,
  stance: isText,
  level: isText,
  label: isText,
  region: isMaybe(isText),
  count: isCount,
  evidence: isListOf(isQuote),
});
const isPart = isObject({ practice: isText, stance: isText, region: isMaybe(isText) });
const isBadge = isObject({ practice: isText, stance: isText, level: isText });
const isTerm = isObject({ practice: isText, stance: isText, points: isCount });

/** Return whether `value` is a summary. */
export const isSummary = isObject({
  id: isText,
  analysis: isText,
  document: isObject({
    title: isMaybe(isText),
    words: isCount,
    reading_minutes: isCount,
    policy_date: isMaybe(isText),
  }),
  grade: isMaybe(isObject({ letter: isText, terms: isListOf(isTerm) })),
  overview: isListOf(isObject({ text: isText, topic: isMaybe(isText), parts: isMaybe(isListOf(isPart)) })),
  badges: isListOf(isBadge),
  findings: isListOf(isFinding),
  not_stated: isListOf(isText),
  contradictions: isListOf(
    isObject({ text: isText, evidence: isListOf(isQuote), parts: isMaybe(isListOf(isPart)) }),
  ),
  outline: isMaybe(isListOf(isObject({ end: isCount }))),
  provenance: isMaybe(isObject({ url: isMaybe(isText) })),
  record: isMaybe(isObject({ domain: isText, state: isText, read_at: isMaybe(isTime) })),
  actions: isListOf(
    isObject({ kind: isText, label: isText, href: isText, evidence: isQuote, practice: isMaybe(isText) }),
  ),
});

/** Return whether `value` is what is on record for a site. */
export const isRecord = isObject({
  domain: isText,
  documents: isListOf(
    isObject({
      url: isText,
      read_at: isTime,
      provenance: isObject({ how: isText, detail: isText }),
      summary: isSummary,
    }),
  ),
});

/** Return whether `value` says how far a search is. */
export const isSearch = isObject({ domain: isText, state: isText });

const isMeasured = isObject({ right: isCount, judged: isCount });
const isStances = (value) => isObject({})(value) && Object.values(value).every(isObject({ measured: isMaybe(isMeasured) }));

/** Return whether `value` lists practices. */
export const isPracticeList = isObject({ practices: isListOf(isObject({ id: isText, stances: isStances })) });

/** Return whether `value` is what is known of the sites whose hash begins alike. */
export const isLookup = isObject({
  records: isListOf(isObject({ hash: isText, warnings: isCount, badges: isListOf(isText) })),
});

const isPosition = isObject({ stance: isText, level: isText, label: isText });

/** Return whether `value` is what changed in a site's policies. */
export const isHistory = isObject({
  domain: isText,
  changes: isListOf(
    isObject({
      at: isTime,
      url: isText,
      practice: isText,
      was: isMaybe(isPosition),
      now: isMaybe(isPosition),
      old_quote: isMaybe(isText),
      new_quote: isMaybe(isText),
    }),
  ),
});
