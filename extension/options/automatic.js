/**
 * The choice whether the sites that are visited are looked up.
 */

import { renounceVisits, requestVisits, store, visitsRequest } from "../browser.js";
import { forgetVisits } from "../lookups.js";
import { make } from "../summary/nodes.js";
import { words } from "../summary/words.js";
import { isAutomatic } from "../visits.js";

const { title, label, meaning, on, off, declined } = words.options.automatic;

/**
 * Show the choice in `section`; `changed` is called when something was turned on or off.
 *
 * @param {HTMLElement} section
 * @param {{changed: () => void}} means
 */
export async function showAutomatic(section, { changed }) {
  const box = make("input", { type: "checkbox", id: "look-up", "aria-describedby": "look-up-meaning" });
  const said = make("p", { class: "said", role: "status" });
  section.replaceChildren(
    make("h2", {}, title),
    make("label", { class: "choice" }, box, make("span", {}, label)),
    make("p", { id: "look-up-meaning", class: "small" }, meaning),
    said,
  );
  // Both before the click: browsers give a permission only to what asks for it at once.
  const [request, isOn] = await Promise.all([visitsRequest(), isAutomatic()]);
  box.checked = isOn;
  box.addEventListener("change", async () => {
    said.textContent = await (box.checked ? turnOn(request) : turnOff());
    box.checked = await isAutomatic();
    changed();
  });
}

async function turnOn(request) {
  if (!(await requestVisits(request))) return declined;
  await store({ automatic: true });
  return on;
}

async function turnOff() {
  await store({ automatic: false });
  await Promise.all([renounceVisits(), forgetVisits()]);
  return off;
}
