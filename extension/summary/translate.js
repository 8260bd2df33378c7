/**
 * A page's own words: its HTML names messages and holds none.
 */

import { language, message } from "./messages.js";

/** Which attribute is filled by the message that which other names. */
const ATTRIBUTES = { "data-label": "aria-label", "data-placeholder": "placeholder", "data-content": "content" };

/**
 * Fill every element that names a message in `data-message`, and what else can be read of it. An element inside it stands
 * where the message has the name that its `data-slot` gives. Until then the style sheet hides the page.
 *
 * @param {Document} page
 */
export function translate(page) {
  for (const element of page.querySelectorAll("[data-message]")) fill(element, message(element.dataset.message));
  for (const [source, target] of Object.entries(ATTRIBUTES))
    for (const element of page.querySelectorAll(`[${source}]`))
      element.setAttribute(target, message(element.getAttribute(source)));
  page.documentElement.lang = language;
}

function fill(element, said) {
  const slots = Object.fromEntries([...element.children].map((child) => [child.dataset.slot, child]));
  const parts = said.split(/\{(\w+)\}/); // words and names by turns
  element.replaceChildren(...parts.map((part, index) => (index % 2 ? slots[part] : part)));
}
