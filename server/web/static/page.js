/**
 * The page at /: a policy that is pasted or chosen, and its summary.
 */

import { draw } from "/summary/draw.js";
import { connect } from "/summary/service.js";
import { stateOf } from "/summary/states.js";
import { view } from "/summary/view.js";
import { words } from "/summary/words.js";

const MAX_BYTES = 2 * 1024 * 1024;

const byId = (id) => document.getElementById(id);
const form = byId("policy");
const text = byId("text");
const root = byId("summary");
const service = connect("");

function show(state) {
  root.hidden = false;
  draw(view(state, { can: ["again"], now: new Date() }), { root, status: byId("status"), take: read });
  root.scrollIntoView({ block: "nearest" });
}

const say = (sentence) => (byId("said").textContent = sentence);

/** Return the address without what the service does not take, or null where it is none. */
function typedAddress() {
  const typed = byId("url").value.trim();
  if (!typed) return "";
  const url = URL.parse(typed);
  return url && /^https?:$/.test(url.protocol) ? url.origin + url.pathname : null;
}

const isHtml = (source) => /^\s*<(!doctype|!--|[a-z][a-z0-9]*[\s>])/i.test(source);

let asked = 0;

async function read() {
  const source = text.value;
  const url = typedAddress();
  if (!source.trim()) return say(words.paste.empty);
  if (url === null) return say(words.paste.address);
  say("");
  show({ kind: "working", why: "" });
  const mine = (asked += 1);
  const state = await summarised({ [isHtml(source) ? "html" : "text"]: source, url });
  if (mine === asked) show(state); // else a later question is under way
}

async function summarised(policy) {
  try {
    return { kind: "summary", from: "paste", summary: await service.summarise(policy), url: policy.url };
  } catch (error) {
    return stateOf(error, location.origin);
  }
}

async function take(file) {
  byId("chosen").textContent = file.name;
  if (file.size > MAX_BYTES) return show({ kind: "refused", why: "too-large" });
  text.value = await file.text();
  return read();
}

async function showExample() {
  const { EXAMPLE } = await import("/static/example.js");
  text.value = EXAMPLE;
  read();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
byId("example").addEventListener("click", showExample);
byId("file").addEventListener("change", ({ target }) => target.files.length && take(target.files[0]));
form.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("dropping");
});
form.addEventListener("dragleave", () => form.classList.remove("dropping"));
form.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("dropping");
  if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
});
byId("origin").textContent = location.origin;
