/**
 * A quote in the page that it is from: found, opened where it lies in a closed section, scrolled to and marked.
 *
 * The browser sends the source of `showQuote` into the page, so it may use nothing from outside its body.
 */

/**
 * Show `quote` in the page and return how often it stands there; 0 means that nothing was done.
 *
 * Letters and numbers alone are compared: spaces, signs and the borders of elements, shadow roots and frames count for
 * nothing. Of several places, the one nearest to `part` of the way through the page is shown.
 *
 * @param {string} quote
 * @param {number} part from 0 to 1
 * @param {Document} document_
 * @returns {Promise<{ found: number }>}
 */
export async function showQuote(quote, part = 0, document_ = document) {
  const NAME = "smallprint-quote"; // as in show-quote.css
  const MAX_NODES = 500_000;
  const MAX_FRAMES = 20;
  const MOST_PLACES = 50;
  const OPENING_MS = 400; // sections that open slowly are still moving then, but have their place
  const UNREAD = new Set("script style noscript template head svg math canvas video audio object select textarea".split(" "));
  const ELEMENT = 1;
  const TEXT = 3;

  const of = (prototype, name, node) => Reflect.get(prototype, name, node);
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);
  const folded = (text) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "");

  /** Return the nodes that stand in `node`, in the order in which they are shown. */
  function inside(node, name) {
    if (name === "iframe" || name === "frame") {
      frames += 1;
      const prototype = name === "iframe" ? HTMLIFrameElement.prototype : HTMLFrameElement.prototype;
      const shown = frames <= MAX_FRAMES ? of(prototype, "contentDocument", node) : null;
      const root = shown && of(Document.prototype, "documentElement", shown);
      if (root) views.add(of(Document.prototype, "defaultView", shown));
      return root ? [root] : [];
    }
    const given = name === "slot" ? HTMLSlotElement.prototype.assignedNodes.call(node) : [];
    if (given.length) return given;
    const children = [...of(Node.prototype, "childNodes", node)];
    const root = name ? of(Element.prototype, "shadowRoot", node) : null;
    if (!root) return children;
    const isHidden = (child) => {
      const type = of(Node.prototype, "nodeType", child);
      if (type === TEXT) return !of(Text.prototype, "assignedSlot", child);
      return type === ELEMENT && !of(Element.prototype, "assignedSlot", child);
    };
    return [...of(Node.prototype, "childNodes", root), ...children.filter(isHidden)];
  }

  /** Read all texts, without recursion, each with where it begins among the letters of the page. */
  const views = new Set([of(Document.prototype, "defaultView", document_)]);
  let frames = 0;
  let letters = "";
  const texts = [];
  const stack = [of(Document.prototype, "documentElement", document_)];
  for (let nodes = 0; stack.length && nodes < MAX_NODES; nodes += 1) {
    const node = stack.pop();
    const type = of(Node.prototype, "nodeType", node);
    if (type === TEXT) {
      const said = folded(of(CharacterData.prototype, "data", node));
      if (said) texts.push({ node, begin: letters.length });
      letters += said;
    } else if (type === ELEMENT) {
      const name = of(Element.prototype, "localName", node);
      if (!UNREAD.has(name)) for (const child of inside(node, name).reverse()) stack.push(child);
    }
  }

  const needle = folded(quote);
  const places = [];
  for (let at = -1; needle && places.length < MOST_PLACES && (at = letters.indexOf(needle, at + 1)) >= 0;) places.push(at);
  if (!places.length) return { found: 0 };

  /** Return the text in which the letter `at` lies, and the character of it. */
  function placeOf(at) {
    let low = 0;
    for (let high = texts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (texts[middle].begin <= at) low = middle;
      else high = middle;
    }
    const { node, begin } = texts[low];
    const data = of(CharacterData.prototype, "data", node);
    let [none, enough] = [0, data.length]; // the letter is not among the first `none` characters, but among `enough`
    while (enough - none > 1) {
      const middle = (none + enough) >> 1;
      if (folded(data.slice(0, middle)).length > at - begin) enough = middle;
      else none = middle;
    }
    return { node, start: none, end: enough };
  }

  const documentOf = (node) => of(Node.prototype, "ownerDocument", node);
  const windowOf = (node) => of(Document.prototype, "defaultView", documentOf(node));
  const parentOf = (node) => {
    const slot = of(Node.prototype, "nodeType", node) === TEXT ? of(Text.prototype, "assignedSlot", node) : null;
    const parent = slot ?? of(Node.prototype, "parentNode", node);
    return parent && of(Node.prototype, "nodeType", parent) === 11 ? of(ShadowRoot.prototype, "host", parent) : parent;
  };
  /** Return the elements around `node`, the nearest first, up to the page's own root and through its frames. */
  function around(node) {
    const found = [];
    for (let each = node; each; ) {
      const parent = parentOf(each);
      const isTop = !parent || of(Node.prototype, "nodeType", parent) !== ELEMENT;
      each = isTop ? windowOf(each)?.frameElement : parent;
      if (each) found.push(each);
    }
    return found;
  }
  const isShown = (element) => Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
  const styleOf = (element) => windowOf(element).getComputedStyle(element);
  const size = (element, name) => of(Element.prototype, name, element);
  const nameOf = (element) => of(Element.prototype, "localName", element);
  const boxOf = (element) => Element.prototype.getBoundingClientRect.call(element);
  const force = (element, name, value) => {
    const isHtml = of(Element.prototype, "namespaceURI", element) === "http://www.w3.org/1999/xhtml";
    if (isHtml) of(HTMLElement.prototype, "style", element).setProperty(name, value, "important");
  };

  /** A range lies in one tree, so a quote that crosses the border of a frame or shadow root has several. */
  function rangesOf(at) {
    const [first, last] = [placeOf(at), placeOf(at + needle.length - 1)];
    const ranges = [];
    let root = null;
    for (let index = texts.findIndex(({ node }) => node === first.node); index < texts.length; index += 1) {
      const { node } = texts[index];
      const itsRoot = Node.prototype.getRootNode.call(node);
      if (itsRoot !== root) {
        ranges.push(Document.prototype.createRange.call(documentOf(node)));
        ranges.at(-1).setStart(node, node === first.node ? first.start : 0);
        root = itsRoot;
      }
      ranges.at(-1).setEnd(node, node === last.node ? last.end : of(CharacterData.prototype, "length", node));
      if (node === last.node) break;
    }
    return ranges;
  }

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Press what the page itself has for opening the section, if that can be told. */
  function press(section) {
    const id = attribute(section, "id");
    const root = Node.prototype.getRootNode.call(section);
    const openers = [...root.querySelectorAll("[aria-controls]:not([aria-expanded=true]):not([aria-selected=true])")];
    const labels = [attribute(section, "aria-labelledby")].map((label) => label && root.getElementById(label));
    const before = of(Element.prototype, "previousElementSibling", section);
    const isOpener = before && Element.prototype.matches.call(before, "[aria-expanded=false]");
    const near = isOpener ? before : before && Element.prototype.querySelector.call(before, "[aria-expanded=false]");
    const opener =
      (id && openers.find((each) => attribute(each, "aria-controls").split(/\s+/).includes(id))) ||
      labels.find((label) => label?.matches("[aria-expanded=false], [role=tab]:not([aria-selected=true])")) ||
      near;
    // A link would lead away, and a button in a form would send it.
    if (!opener || opener.closest("a[href]:not([href^='#'])") || (opener.form && opener.type === "submit")) return false;
    opener.click();
    return true;
  }

  /** Open the closed sections around `element`, the outermost first: as the page does it, or else by force. */
  async function open(element) {
    const sections = around(element).reverse();
    for (const each of sections) {
      if (nameOf(each) === "details") Element.prototype.setAttribute.call(each, "open", "");
    }
    if (isShown(element)) return;
    let isPressed = false;
    for (const each of sections) if (!isShown(each)) isPressed = press(each) || isPressed;
    if (isPressed) await pause(OPENING_MS);
    for (const each of [...sections.filter((section) => section !== element), element]) {
      Element.prototype.removeAttribute.call(each, "hidden");
      const style = styleOf(each);
      if (style.display === "none") force(each, "display", "block");
      if (style.visibility !== "visible") force(each, "visibility", "visible");
      if (style.contentVisibility === "hidden") force(each, "content-visibility", "visible");
    }
  }

  /** Sections that are folded to no height are shown in the eyes of the browser. */
  function unfold(range) {
    for (const each of around(range.startContainer)) {
      const style = styleOf(each);
      const isLow = () => size(each, "clientHeight") < 20 && size(each, "scrollHeight") > 20;
      if (!isLow() || !/hidden|clip/.test(style.overflowY)) continue;
      force(each, "max-height", "none");
      if (isLow()) force(each, "height", "auto");
    }
  }

  /** Bring the range to the middle of all that scrolls around it. */
  function scrollTo(range) {
    const frames = [];
    const middle = () => {
      const { top, height } = range.getBoundingClientRect();
      return frames.reduce((sum, frame) => sum + boxOf(frame).top + size(frame, "clientTop"), top + height / 2);
    };
    for (const each of around(range.startContainer)) {
      if (/^i?frame$/.test(nameOf(each))) frames.push(each);
      const isView = each === of(Document.prototype, "scrollingElement", documentOf(each));
      const scrolls = /auto|scroll/.test(styleOf(each).overflowY) && size(each, "scrollHeight") > size(each, "clientHeight");
      if (!isView && !scrolls) continue;
      const box = isView ? { top: 0, height: windowOf(each).innerHeight } : boxOf(each);
      const top = size(each, "scrollTop") + middle() - box.top - box.height / 2;
      Element.prototype.scrollTo.call(each, { top, behavior: "instant" });
    }
  }

  function mark(ranges) {
    for (const view of views) view.CSS.highlights.delete(NAME);
    for (const view of new Set(ranges.map(({ startContainer }) => windowOf(startContainer)))) {
      const own = ranges.filter(({ startContainer }) => windowOf(startContainer) === view);
      view.CSS.highlights.set(NAME, new view.Highlight(...own));
    }
  }

  const wanted = part * letters.length;
  const shownFirst = (at) => Number(!isShown(parentOf(placeOf(at).node)));
  places.sort((one, other) => shownFirst(one) - shownFirst(other) || Math.abs(one - wanted) - Math.abs(other - wanted));
  const ranges = rangesOf(places[0]);
  await open(parentOf(ranges[0].startContainer));
  unfold(ranges[0]);
  scrollTo(ranges[0]);
  mark(ranges);
  return { found: places.length };
}
