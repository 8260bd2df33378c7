/**
 * What the service says of practices, in the reader's language. What only a newer service knows keeps its words.
 */

import { has, language, message } from "./messages.js";

/** British, as the service's own English: it lists "a, b and c". */
const lists = new Intl.ListFormat(language === "en" ? "en-GB" : language);

/** What stands between the last two of a list. */
const AND = lists.formatToParts(["", ""]).find(({ type }) => type === "literal").value;

/** A practice of children's data needs no word that it holds for children. */
const OF_CHILDREN = "collects-from-children";

const named = (id) => id.replaceAll(/\W/g, "_");

const keyOf = (kind, { practice, stance, hedged }) =>
  `${kind}_${named(practice)}__${named(stance)}${hedged ? "__hedged" : ""}`;

const known = (key, otherwise) => (has(key) ? message(key) : otherwise);

/** Return what a badge of the finding says. */
export const label = (finding) => known(keyOf("label", finding), finding.label);

/** Return what a practice is called where the policy is silent. */
export const silence = (practice) => known(`silence_${named(practice)}`, practice.replaceAll("-", " "));

/** Return what the link of an action does. */
export const actionLabel = ({ practice, label: said }) => known(`action_${named(practice ?? "")}`, said);

/** Return for whom something holds; the service names several with commas. */
export const regionNames = (region) =>
  region
    .split(", ")
    .map((name) => known(`region_${named(name)}`, name))
    .join(", ");

/** Return what cannot both hold. */
export function contradictionText({ text, parts }) {
  const keys = parts?.map((part) => keyOf("label", part)) ?? [];
  if (keys.length !== 2 || !keys.every(has)) return text;
  const [one, other] = keys.map((key) => message(key));
  return message("contradiction", { one, other });
}

/**
 * Return a line of the overview, made of its parts by the same rules as the service makes its English one.
 *
 * @param {object} line
 * @param {string} line.text
 * @param {string} [line.topic]
 * @param {{practice: string, stance: string, hedged: boolean, region: string | null}[]} [line.parts]
 */
export function overviewText({ text, topic, parts = [] }) {
  const frame = `overview_${topic}`;
  if (!parts.length || ![frame, ...parts.map((part) => keyOf("overview", part))].every(has)) return text;
  return message(frame, { clauses: listedApart(clausesOf(parts.map(phraseOf)), topic) });
}

/** A phrase is a verb and, in brackets, what it governs. One without brackets says all of it by itself. */
function phraseOf(part) {
  const said = message(keyOf("overview", part));
  const inRegion = (words) =>
    part.region && part.practice !== OF_CHILDREN
      ? message("overviewRegion", { said: words, region: regionNames(part.region) })
      : words;
  const [, before, object, after] = /^(.*)\[(.*)\](.*)$/.exec(said) ?? [];
  return object ? { verb: `${before}[]${after}`, object: inRegion(object) } : { verb: inRegion(said), object: "" };
}

/** Phrases of one verb share it ("collects a and b"), and then verbs that govern the same ("see and delete a"). */
function clausesOf(phrases) {
  const governed = Map.groupBy(phrases, ({ verb }) => verb);
  const clauses = [...governed].map(([verb, sharing]) => ({ verb, objects: lists.format(unique(sharing)) }));
  const shared = Map.groupBy(clauses, (clause) => `${sideOf(clause)} ${clause.objects}`);
  return [...shared.values()].map(clauseOf);
}

const unique = (phrases) => new Set(phrases.map(({ object }) => object));

/** On which side the object stands; a verb that stands on both sides of it, or has none, is only like itself. */
function sideOf({ verb }) {
  if (verb.startsWith("[] ")) return "first";
  return verb.endsWith(" []") ? "last" : verb;
}

function clauseOf(clauses) {
  const [{ verb, objects }] = clauses;
  if (clauses.length === 1) return verb.replace("[]", () => objects);
  // "see and correct" and "delete" together are "see, correct and delete".
  const verbs = lists.format(clauses.flatMap((clause) => clause.verb.replace(/^\[\] | \[\]$/, "").split(AND)));
  return sideOf(clauses[0]) === "first" ? `${objects} ${verbs}` : `${verbs} ${objects}`;
}

/** Where a clause holds "a, b and c", what comes after it is set apart as the language does it. */
function listedApart(clauses, topic) {
  const last = clauses.at(-1);
  if (clauses.length === 1) return last;
  const parts = { clauses: clauses.slice(0, -1).join(", "), last };
  if (!clauses.some((clause) => clause.includes(AND))) return message("overviewAndLast", parts);
  return topic === "choices" ? message("overviewAndChoice", parts) : message("overviewAndClause", parts);
}
