/**
 * The options page: where the service is, whether visits are looked up, and what is kept.
 */

import { DEFAULT_SERVICE, serviceAddress } from "../address.js";
import { store, stored } from "../browser.js";
import { connect } from "../summary/service.js";
import { stateOf } from "../summary/states.js";
import { translate } from "../summary/translate.js";
import { view } from "../summary/view.js";
import { words } from "../summary/words.js";
import { showAutomatic } from "./automatic.js";
import { showKept } from "./kept-list.js";

translate(document);
const form = document.getElementById("service");
const input = document.getElementById("address");
const said = document.getElementById("said");

function say(text, className = "") {
  said.textContent = text;
  said.className = className;
}

/** Return the address that was typed, or "" after having said what is wrong with it. */
function typed() {
  const address = serviceAddress(input.value || DEFAULT_SERVICE);
  input.setAttribute("aria-invalid", String(!address));
  if (address) input.value = address;
  else say(words.options.refused, "warning");
  return address;
}

async function save(event) {
  event.preventDefault();
  const address = typed();
  if (!address) return;
  await store({ address });
  say(words.options.saved, "good");
}

async function test() {
  const address = typed();
  if (!address) return;
  say(words.options.testing);
  try {
    const { practices } = await connect(address).practices();
    say(words.options.connected(practices.length), "good");
  } catch (error) {
    const { title, text } = view(stateOf(error, address), { can: [], now: new Date() });
    say(`${title}. ${text}`, "warning");
  }
}

form.addEventListener("submit", save);
input.addEventListener("input", () => say("")); // what was said was said of another address
document.getElementById("test").addEventListener("click", test);
input.value = (await stored({ address: DEFAULT_SERVICE })).address;
// Until here, a quick "Save" would have put the default in the place of what was chosen.
for (const element of form.elements) element.disabled = false;

const refresh = showKept(document.getElementById("kept"));
showAutomatic(document.getElementById("automatic"), { changed: refresh });
