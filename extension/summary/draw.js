/**
 * From what is to be shown to nodes in the page.
 */

import { drawSummary } from "./draw-summary.js";
import { icon, linkList, make, stepButton, title } from "./nodes.js";

/**
 * Show `view` in `root`, and say it in `status`, a live region. `take(step)` is called when the reader chooses a step;
 * `load` has what is asked for only when the reader opens it: `history(domain)` and `measured(analysis)`. `open(url)`
 * opens what lies with the service, where a link of ours would come to it as a stranger's.
 * A reader whose focus was on what is replaced finds it on the new title.
 */
export function draw(view, { root, status, take, load, open }) {
  const hadFocus = root.contains(document.activeElement);
  const isBusy = view.tone === "working" && !view.steps.length; // what offers a step has come
  root.setAttribute("aria-busy", String(isBusy));
  const nodes = view.kind === "summary" ? drawSummary(view, { status, take, load, open }) : drawMessage(view, take);
  root.replaceChildren(...nodes);
  performance.mark(view.kind); // for benchmarks/extension.py
  root.scrollTop = 0;
  status.textContent = view.announcement;
  if (hadFocus) root.querySelector("h1").focus();
}

function drawMessage({ tone, title: said, text, links, steps }, take) {
  const buttons = steps.map((step) => stepButton(step, take));
  return [
    make(
      "section",
      { class: `message ${tone}` },
      icon(tone),
      title(said),
      make("p", {}, text),
      ...(links ? linkList(links, take) : []),
      buttons.length ? make("div", { class: "steps" }, ...buttons) : null,
    ),
  ];
}
