/**
 * The page at /: a policy that is pasted, chosen or read from its address, and its summary.
 */

import { draw } from "/summary/draw.js";
import { measuredOf } from "/summary/measured.js";
import { connect } from "/summary/service.js";
import { stateOf } from "/summary/states.js";
import { translate } from "/summary/translate.js";
import { view } from "/summary/view.js";
import { words } from "/summary/words.js";

translate(document);

const MAX_BYTES = 2 * 1024 * 1024;

const byId = (id) => document.getElementById(id);
const form = byId("policy");
const text = byId("text");
const root = byId("summary");
const service = connect("");
const load = { measured: async () => measuredOf(await service.practices()) };

/** Show the state; with both fields empty there is nothing that could be tried again. */
function show(state) {
  root.hidden = false;
  const can = text.value.trim() || typedAddress() ? ["again"] : [];
  draw(view(state, { can, now: new Date() }), { root, status: byId("status"), take: read, load });
  root.scrollIntoView({ block: "nearest" });
}

const say = (sentence) => (byId("said").textContent = sentence);

/** Say what is missing, and show no summary of what was read before. */
function refuse(sentence) {
  asked += 1; // an answer that is under way is no answer to this
  root.hidden = true;
  byId("status").textContent = "";
  say(sentence);
}

/** Return the address without its user and fragment, or null where it is none. "https" need not be typed. */
function typedAddress() {
  const typed = byId("url").value.trim();
  if (!typed) return "";
  const url = URL.parse(/^[\w-]+(\.[\w-]+)+(:\d+)?([/?]|$)/.test(typed) ? `https://${typed}` : typed);
  return url && /^https?:$/.test(url.protocol) ? url.origin + url.pathname + url.search : null;
}

const isHtml = (source) => /^\s*<(!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>])/i.test(source);

/** Files of text hold neither NUL nor, but for a stray one, what is no UTF-8. */
const isBinary = (source) => source.includes("\0") || source.split("\ufffd").length > source.length / 100 + 1;

let asked = 0;

async function read() {
  const source = text.value;
  const url = typedAddress();
  if (url === null) return refuse(words.paste.address);
  if (!source.trim() && !url) return refuse(words.paste.empty);
  say("");
  show({ kind: "working", why: "" });
  const mine = (asked += 1);
  const state = await summarised(source.trim() ? { [isHtml(source) ? "html" : "text"]: source, url } : { url });
  if (mine === asked) show(state); // else a later question is under way
}

/** Return whether the policy's words are given, and not only where they lie. */
const isGiven = (policy) => "text" in policy || "html" in policy;

async function summarised(policy) {
  try {
    const summary = await service.summarise(policy);
    const readAt = new Date().toISOString();
    const [from, url] = isGiven(policy) ? ["paste", policy.url] : ["address", summary.provenance?.url ?? policy.url];
    return { kind: "summary", from, summary, url, readAt, address: location.origin };
  } catch (error) {
    return { ...stateOf(error, location.origin), from: "paste" };
  }
}

async function take(file) {
  byId("chosen").textContent = file.name;
  text.value = "";
  if (file.size > MAX_BYTES) {
    refuse("");
    return show({ kind: "refused", why: "too-large" });
  }
  const source = await file.text();
  if (isBinary(source)) return refuse(words.paste.binary);
  text.value = source;
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
byId("file").addEventListener("change", ({ target }) => {
  const [file] = target.files;
  if (file) take(file).then(() => (target.value = "")); // so that the same file can be chosen again
});

// Only files are ours: text is dropped where it is let go.
const holdsFiles = ({ dataTransfer }) => dataTransfer.types.includes("Files");
form.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  form.classList.add("dropping");
});
form.addEventListener("dragleave", ({ relatedTarget }) => {
  if (!form.contains(relatedTarget)) form.classList.remove("dropping");
});
form.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  form.classList.remove("dropping");
  if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
});
byId("origin").textContent = location.origin;
