/**
 * A summary as Markdown, to be pasted elsewhere. A policy's words shall be no link, image or tag there.
 */

import { words } from "./words.js";

/** Characters that would break the line, move the cursor or turn the direction of the words around a quote. */
const UNSEEN = /[\0-\x20\x7f-\xa0\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const SIGNS = /[\\`*_{}[\]<>()#+!|~&-]/g;

const plain = (text) => text.replace(UNSEEN, " ").trim().replace(SIGNS, "\\$&");
const item = (text) => `- ${plain(text)}`;
const section = (title, lines) => (lines.length ? [`## ${plain(title)}`, "", ...lines, ""] : []);

/** Return the summary that `view` shows. */
export function markdownOf(view) {
  const { site, url, title, facts, grade, overview, groups, contradictions, actions, notStated, notice, foot } = view;
  const about = [site, ...facts, grade?.label].filter(Boolean).map(plain).join(" · ");
  const lines = [
    `# ${plain(title)}`,
    "",
    about,
    ...(url ? ["", addressOf(url)] : []),
    "",
    ...overview.map(item),
    "",
    ...groups.flatMap((group) => section(group.title, group.badges.flatMap(badgeLines))),
    ...section(
      words.contradictions,
      contradictions.flatMap(({ text, quotes }) => [item(text), ...quotes.map(quoteLine)]),
    ),
    ...section(
      words.actions,
      actions.map(({ label, href }) => `${item(label)}: ${addressOf(href)}`),
    ),
    ...section(words.notStated, notStated.map(item)),
    ...[notice?.text, ...foot].filter(Boolean).map(plain),
  ];
  return `${lines.join("\n")}\n`;
}

const badgeLines = ({ levelName, label, notes, quotes }) => [
  `- **${plain(label)}** (${plain([levelName, ...notes].join("; "))})`,
  ...quotes.map(quoteLine),
];

const quoteLine = ({ leadIn, words: said }) => `  > ${leadIn ? `${plain(leadIn)} ` : ""}\u201c${plain(said)}\u201d`;

/** The address as a link that shows itself; what could end it is written as URLs write it. */
const addressOf = (href) => `<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
