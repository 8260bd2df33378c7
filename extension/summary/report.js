/**
 * The report that a badge is wrong: a text that the reader sees, completes and sends himself.
 */

import { kindOf } from "./measured.js";
import { label } from "./practice-words.js";
import { words } from "./words.js";

/** Mail programs cut or refuse longer addresses. */
const MAX_MAIL_CHARS = 1800;

/**
 * Return the report on `finding`: its text, and a link that opens it as a mail without a recipient.
 *
 * @param {object} finding
 * @param {{summary: object, url: string, readAt: string}} place
 */
export function reportOf(finding, { summary, url, readAt }) {
  const text = words.report.text({
    kind: kindOf(finding),
    label: label(finding),
    title: summary.document.title,
    url,
    readAt,
    id: summary.id,
    analysis: summary.analysis,
    quotes: finding.evidence.map(({ lead_in: leadIn, display }) => [leadIn, display].filter(Boolean).join(" ")),
  });
  return { text, mail: mailOf(words.report.subject(label(finding)), text) };
}

function mailOf(subject, text) {
  const mail = (body) => `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.toWellFormed())}`;
  for (let length = text.length; ; length -= 100) {
    const link = mail(length < text.length ? `${text.slice(0, length)}\u2026` : text);
    if (link.length <= MAX_MAIL_CHARS || length <= 100) return link;
  }
}
