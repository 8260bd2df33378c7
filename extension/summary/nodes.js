/**
 * The small parts that everything shown is made of. All text goes in as text, never as markup.
 */

import { ICONS } from "./icons.js";

const SVG = "http://www.w3.org/2000/svg";

/** Return an element; `attributes` are set as they are, and `children` are nodes or text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Return the shape `name`, which says nothing to a screen reader: the words beside it do. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name] ?? ICONS.info);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

/** The policy's own words, which are English as all policies that are read: a screen reader must be told. */
export const THEIRS = { lang: "en" };

/** Return the title of what is shown. It takes the focus by script, to be read out. */
export const title = (text) => make("h1", { tabindex: "-1" }, text);

/** Return a button that calls `take` with its step. One that is secondary never stands out; `about` is said unseen. */
export function stepButton({ label, about = "", isSecondary = false, ...step }, take) {
  const unseen = about ? make("span", { class: "unseen" }, ` ${about}`) : null;
  const button = make("button", { type: "button", ...(isSecondary ? { class: "secondary" } : {}) }, label, unseen);
  button.addEventListener("click", () => take(step));
  return button;
}

/** Return a link out of what is shown, into a tab of its own that learns nothing of this one. */
export function outLink(href, ...children) {
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** Return the policies that a page links to, each with its steps. */
export function linkList({ items, sent }, take) {
  const list = items.map(({ name, where, steps }) =>
    make(
      "li",
      {},
      icon("neutral"),
      make("div", {}, make("b", {}, name), make("span", { class: "where" }, where)),
      make("div", { class: "link-steps" }, ...steps.map((step) => stepButton(step, take))),
    ),
  );
  return [make("ul", { class: "links" }, ...list), sent ? make("p", { class: "small" }, sent) : null];
}

/** Call `work` when `details` is first opened; after `failed`, where it threw, at the next opening once more. */
export function whenOpened(details, work, failed = () => {}) {
  const opened = async () => {
    if (!details.open) return;
    details.removeEventListener("toggle", opened);
    try {
      await work();
    } catch {
      failed();
      details.addEventListener("toggle", opened);
    }
  };
  details.addEventListener("toggle", opened);
}
