/**
 * What the reader takes elsewhere: text that is copied, and the report that a badge is wrong.
 */

import { icon, make, outLink, whenOpened } from "./nodes.js";
import { words } from "./words.js";

/** Return a button that copies what `text` returns, and says in `status` and by a mark that it did. */
export function copyButton(label, text, status) {
  const button = make("button", { type: "button", class: "secondary copy" }, icon("copy"), label);
  button.addEventListener("click", async () => {
    const isDone = await copied(text());
    button.replaceChild(icon(isDone ? "done" : "copy"), button.firstChild);
    status.textContent = ""; // the same words twice are not read out twice
    status.textContent = isDone ? words.copy.done : words.copy.failed;
  });
  return button;
}

/** Return whether the browser let it be copied: on pages without https it does not. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Return the report on a badge, which is made when the reader opens it. */
export function drawReport(report, status) {
  const details = make("details", { class: "report" }, make("summary", {}, words.report.open));
  whenOpened(details, async () => {
    if (details.children.length > 1) return;
    const { text, mail } = report();
    const area = make("textarea", { rows: "9", "aria-label": words.report.label, spellcheck: "false" }, text);
    details.append(
      make("p", { class: "small" }, words.report.meaning),
      area,
      make(
        "div",
        { class: "steps" },
        copyButton(words.copy.report, () => area.value, status),
        outLink(mail, words.report.mail),
      ),
    );
  });
  return details;
}
