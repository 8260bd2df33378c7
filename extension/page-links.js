/**
 * The links of a page, with what the page says of each and where they stand; also those in shadow roots and in frames
 * of the same origin.
 *
 * The browser sends the source of `pageLinks` into the page, so it may use nothing from outside its body but `rules`.
 */

/**
 * Return the links of the page in their order, as policy-links.js takes them.
 *
 * Properties are read through the prototypes: in a form, a field called "childNodes" hides the real ones.
 *
 * @param {{ [region: string]: string[] }} regionWords the words that name regions in classes and ids (policy-rules.js)
 * @param {Document} document_
 * @returns {import("./policy-links.js").PageLink[]}
 */
export function pageLinks(regionWords, document_ = document) {
  const MAX_NODES = 500_000;
  const MAX_LINKS = 20_000;
  const MAX_FRAMES = 20;
  const MAX_TEXT_CHARS = 300;
  const MAX_BEFORE_CHARS = 120;
  const MAX_HREF_CHARS = 2_048;

  const set = (words) => new Set(words.split(" "));
  const UNREAD = set("audio canvas datalist math object script select style svg template textarea video");
  const INLINE = set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label link mark nobr q s samp small span " +
      "strike strong sub sup time tt u var wbr",
  );
  const BY_TAG = { footer: "footer", nav: "navigation", header: "navigation", dialog: "dialog", article: "in-article" };
  const BY_ROLE = {
    ...{ contentinfo: "footer", navigation: "navigation", banner: "navigation" },
    ...{ dialog: "dialog", alertdialog: "dialog", article: "in-article" },
  };
  const WHOLE = set("html body main form"); // these hold the page, whatever their class says
  const NAMED = ["comments", "dialog", "footer", "navigation"];
  const wordsOf = Object.fromEntries(NAMED.map((region) => [region, new Set(regionWords[region])]));
  const ELEMENT = 1;
  const TEXT = 3;

  const of = (prototype, name, node) => Reflect.get(prototype, name, node);
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name) ?? "";
  const has = (element, name) => Element.prototype.hasAttribute.call(element, name);
  const oneLine = (text) => text.slice(0, MAX_TEXT_CHARS).split(/\s+/).filter(Boolean).join(" ");

  function isCalled(element, region) {
    const names = `${attribute(element, "id")} ${attribute(element, "class")}`.slice(0, MAX_TEXT_CHARS).toLowerCase();
    return (names.match(/[a-z]+/g) ?? []).some((word) => wordsOf[region].has(word));
  }

  function regionInside(element, name, outer) {
    // The footer of an article, or of a comment, is not the site's.
    if (outer === "comments" || outer === "in-article") return isCalled(element, "comments") ? "comments" : outer;
    if (WHOLE.has(name)) return outer;
    if (Object.hasOwn(BY_TAG, name)) return BY_TAG[name];
    const role = attribute(element, "role").toLowerCase();
    if (Object.hasOwn(BY_ROLE, role)) return BY_ROLE[role];
    const called = NAMED.find(
      (region) => isCalled(element, region) && !(region === "navigation" && outer === "footer"),
    );
    return called ?? outer;
  }

  const isHidden = (element) =>
    has(element, "hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, "style").slice(0, MAX_TEXT_CHARS));

  const links = [];
  let before = "";
  let open = null;
  let frames = 0;

  function hrefOf(element) {
    const written = attribute(element, "href");
    if (written.trimStart().startsWith("#") || written.length > MAX_HREF_CHARS) return written.slice(0, MAX_HREF_CHARS);
    return URL.parse(written, of(Node.prototype, "baseURI", element))?.href ?? "";
  }

  function add(element, { text, before, pictures, region, hidden }) {
    const described = ["aria-label", "title", "alt"].map((name) => attribute(element, name));
    links.push({
      href: hrefOf(element),
      text: oneLine(text),
      description: oneLine([...described, ...pictures].find((words) => words.trim()) ?? ""),
      before: oneLine(before),
      region,
      rel: attribute(element, "rel").slice(0, MAX_TEXT_CHARS).toLowerCase().split(/\s+/).filter(Boolean),
      hreflang: attribute(element, "hreflang").slice(0, MAX_TEXT_CHARS),
      hidden,
    });
  }

  function say(words) {
    before = (before + words.slice(-MAX_BEFORE_CHARS)).slice(-MAX_BEFORE_CHARS);
    if (open && open.text.length <= MAX_TEXT_CHARS) open.text += words.slice(0, MAX_TEXT_CHARS + 1);
  }

  /** Note what begins with the element, and return the frame that says what stands in it. */
  function enter(element, name, above) {
    const frame = {
      element,
      name,
      region: regionInside(element, name, above.region),
      hidden: above.hidden || isHidden(element),
    };
    if (!INLINE.has(name)) before = "";
    if (name === "a" && attribute(element, "href")) {
      open = { ...frame, text: "", before, pictures: [] };
      frame.isLink = true;
    } else if (name === "img") {
      open?.pictures.push(attribute(element, "alt").slice(0, MAX_TEXT_CHARS));
    } else if ((name === "area" || (name === "link" && attribute(element, "rel"))) && attribute(element, "href")) {
      add(element, { ...frame, text: "", before: "", pictures: [], region: name === "link" ? "head" : frame.region });
    }
    return frame;
  }

  function leave(frame) {
    if (frame.isLink && open?.element === frame.element) {
      add(frame.element, open);
      open = null;
    }
    if (!INLINE.has(frame.name)) before = "";
  }

  /** Return what stands in the element: what it shows in its place, if that can be read, else its own children. */
  function inside(element, name) {
    if (name === "iframe" || name === "frame") {
      frames += 1;
      const prototype = name === "iframe" ? HTMLIFrameElement.prototype : HTMLFrameElement.prototype;
      const shown = frames <= MAX_FRAMES ? of(prototype, "contentDocument", element) : null;
      return shown ? [of(Document.prototype, "documentElement", shown)] : [];
    }
    const root = of(Element.prototype, "shadowRoot", element);
    return [...(root ? [root] : []), element].map((node) => of(Node.prototype, "firstChild", node));
  }

  /** Read all, without recursion: pages may be nested as deep as they like. */
  const root = of(Document.prototype, "documentElement", document_);
  const stack = [{ nodes: [root], frame: { region: "body", hidden: false, name: "", element: null }, only: true }];
  for (let nodes = 0; stack.length && nodes < MAX_NODES && links.length < MAX_LINKS; nodes += 1) {
    const top = stack.at(-1);
    while (top.nodes.length && !top.nodes[0]) top.nodes.shift();
    if (!top.nodes.length) {
      leave(stack.pop().frame);
      continue;
    }
    const node = top.nodes[0];
    top.nodes[0] = top.only ? null : of(Node.prototype, "nextSibling", node);
    const type = of(Node.prototype, "nodeType", node);
    if (type === TEXT) say(of(CharacterData.prototype, "data", node));
    if (type !== ELEMENT) continue;
    const name = of(Element.prototype, "localName", node);
    if (UNREAD.has(name)) continue;
    const frame = enter(node, name, top.frame);
    stack.push({ nodes: inside(node, name), frame, only: /^i?frame$/.test(name) });
  }
  return links;
}
