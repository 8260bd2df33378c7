/**
 * The words of a page: what a service needs to read a policy, and nothing that the reader typed.
 *
 * The browser sends the source of `extractPage` into the page, so it may use nothing from outside its body.
 */

/**
 * @typedef {object} Page
 * @property {string} url
 * @property {string} title
 * @property {string} contentType
 * @property {string} text the words alone, a block a line
 * @property {string} html the same as headings, paragraphs, lists, tables and links; no attribute but href
 * @property {string[]} headings
 * @property {boolean} fields whether it asks for a password or an amount, or is a text that can be written in
 * @property {boolean} complete whether all of the page is in it: a page beyond all bounds comes without words
 */

/**
 * Return the words of the page, or of what is selected in it: closed sections, open shadow roots and frames of the same
 * origin included.
 *
 * Properties are read through the prototypes: in a form, a field called "childNodes" hides the real ones.
 *
 * @param {"page" | "selection"} what
 * @param {Document} document_
 * @returns {Page}
 */
export function extractPage(what = "page", document_ = document) {
  const MAX_NODES = 500_000;
  const MAX_FRAMES = 20;
  const MAX_CHARS = 2 * 1024 * 1024; // as much as the service takes
  const MAX_DEPTH = 24; // of lists and tables in each other
  const FEWEST_WORDS_OF_MAIN = 150;
  const FEWEST_WORDS_OF_FRAME = 50; // in others stand advertisements, players and what cannot be seen

  const set = (words) => new Set(words.split(" "));
  const SKIPPED = set(
    "script style noscript template head nav dialog object embed svg math canvas video audio img picture " +
      "map input select option textarea datalist legend output meter progress",
  );
  const SKIPPED_ROLES = set(
    "navigation banner contentinfo search menu menubar toolbar dialog alertdialog textbox searchbox combobox listbox " +
      "spinbutton slider",
  );
  const PARTS = set("main article section aside header footer");
  const OPENERS = set("summary button label"); // of closed sections: they serve as headings
  const KEPT = set("ul ol li dl dt dd table tr th td pre");
  const INLINE = set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp slot small span strike strong " +
      "sub sup time tt u var wbr",
  );
  /** What sites and their helpers call cookie banners: the service knows them by the same names, which are not sent. */
  const BANNER =
    /(?:cookie|consent|gdpr|ccpa)[-_]?(?:banner|bar|box|consent|dialog|law|message|modal|notice|overlay|popup|prompt)|onetrust|cookiebot|didomi|usercentrics|truste|osano|\bcky-|cmplz|iubenda-cs|klaro|qc-cmp|sp_message/i;
  const WHOLE = set("html body form main article"); // these hold the page, whatever they are called
  const ELEMENT = 1;
  const TEXT = 3;

  const of = (prototype, name, node) => Reflect.get(prototype, name, node);
  const firstChild = (node) => of(Node.prototype, "firstChild", node);
  const nextSibling = (node) => of(Node.prototype, "nextSibling", node);
  const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);
  const find = (node, selector) => Element.prototype.querySelector.call(node, selector);
  const escaped = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

  /** The link's address where it leads out of this page, else "". */
  function target(element) {
    // "instanceof" knows the elements of this document only, not those of its frames.
    const isLink = of(Element.prototype, "namespaceURI", element) === "http://www.w3.org/1999/xhtml";
    const url = isLink && URL.parse(of(HTMLAnchorElement.prototype, "href", element));
    if (!url || !/^(https?|mailto):$/.test(url.protocol) || attribute(element, "href").startsWith("#")) return "";
    url.username = url.password = "";
    return url.href;
  }

  const isEditable = (element) => (attribute(element, "contenteditable") ?? "false") !== "false";

  const isOwn = (element, name) =>
    isEditable(element) ||
    (name === "input" &&
      (attribute(element, "type")?.toLowerCase() === "password" ||
        /amount|iban|card-?number/i.test(`${attribute(element, "name")} ${attribute(element, "id")}`)));

  const isBanner = (element, name) =>
    !WHOLE.has(name) && BANNER.test(`${attribute(element, "id")} ${attribute(element, "class")}`);

  const hasSkippedRole = (element) =>
    (attribute(element, "role") ?? "")
      .toLowerCase()
      .split(/\s+/)
      .some((role) => SKIPPED_ROLES.has(role));

  let frames = 0;

  /** Return what the frame shows, or null where that cannot be read or is too little to be a policy. */
  function shownIn(element, name) {
    frames += 1;
    const prototype = name === "iframe" ? HTMLIFrameElement.prototype : HTMLFrameElement.prototype;
    const shown = frames <= MAX_FRAMES ? of(prototype, "contentDocument", element) : null;
    const body = shown && of(Document.prototype, "body", shown);
    const words = body ? of(HTMLElement.prototype, "innerText", body).split(/\s+/).length : 0;
    if (words < FEWEST_WORDS_OF_FRAME) return null;
    fields ||= of(Document.prototype, "designMode", shown) === "on";
    return body;
  }

  const unslotted = (node) =>
    !of(of(Node.prototype, "nodeType", node) === TEXT ? Text.prototype : Element.prototype, "assignedSlot", node);

  /** Return what stands in the element: first nodes, each with its siblings or alone, the last that is shown first. */
  function inside(element, name) {
    if (name === "iframe" || name === "frame") return [{ node: shownIn(element, name), alone: true }];
    const given = name === "slot" ? HTMLSlotElement.prototype.assignedNodes.call(element) : [];
    if (given.length) return given.map((node) => ({ node, alone: true })).reverse();
    const root = of(Element.prototype, "shadowRoot", element);
    if (!root) return [{ node: firstChild(element), alone: false }];
    const hidden = [];
    for (let node = firstChild(element); node; node = nextSibling(node)) {
      const type = of(Node.prototype, "nodeType", node);
      if ((type === TEXT || type === ELEMENT) && unslotted(node)) hidden.push({ node, alone: true });
    }
    return [...hidden.reverse(), { node: firstChild(root), alone: false }];
  }

  /** Return the next node of those that stand in the frame's element, or null. */
  function nextIn({ places }) {
    while (places.length && !places.at(-1).node) places.pop();
    const place = places.at(-1);
    if (!place) return null;
    const { node, alone } = place;
    place.node = alone ? null : nextSibling(node);
    return node;
  }

  function isSkipped(element, name, above) {
    fields ||= isOwn(element, name);
    if (isBanner(element, name)) return true;
    if (SKIPPED.has(name) || hasSkippedRole(element) || isEditable(element)) return true;
    if (name === "header" || name === "footer") return !above.inPart && !find(element, "h1");
    if (name === "label") return above.inForm;
    return name === "button" && attribute(element, "aria-expanded") === null && !writer.inHeading();
  }

  function headingLevel(element, name) {
    if (/^h[1-6]$/.test(name)) return Number(name[1]);
    if (attribute(element, "role") !== "heading") return 0;
    return Math.min(Math.max(Math.trunc(Number(attribute(element, "aria-level"))) || 2, 1), 6);
  }

  /** What is written: blocks of runs of words, each under the tags that are open, which are written when words come. */
  function newWriter() {
    const html = [];
    const text = [];
    const headings = [];
    const tags = [];
    let chars = 0;
    let heading = null;
    let pre = 0;
    let run = { html: "", text: "", href: "", bold: false };

    const put = (piece) => {
      html.push(piece);
      chars += piece.length;
    };
    const endStyle = () => {
      run.html += (run.bold ? "</b>" : "") + (run.href ? "</a>" : "");
    };
    const style = (href, bold) => {
      if (run.href === href && run.bold === bold) return;
      endStyle();
      run.html += (href ? `<a href="${escaped(href)}">` : "") + (bold ? "<b>" : "");
      Object.assign(run, { href, bold });
    };
    /** End the run of words; `wrap` makes a paragraph of it. */
    const flush = (wrap) => {
      if (!pre) run.html = run.html.trimEnd();
      endStyle();
      if (run.text.trim()) {
        for (const tag of tags.filter((each) => !each.written)) {
          put(`<${tag.name}>`);
          tag.written = true;
        }
        put(wrap ? `<p>${run.html}</p>` : run.html);
        text.push(run.text.trim());
      }
      run = { html: "", text: "", href: "", bold: false };
    };
    const open = (name) => {
      if (name === "pre") pre += 1;
      tags.push({ name, written: false });
    };
    const close = () => {
      const tag = tags.pop();
      if (tag.name === "pre") pre -= 1;
      if (tag.written) put(`</${tag.name}>`);
    };

    return {
      inHeading: () => heading !== null,
      isFull: () => chars + run.html.length > MAX_CHARS,
      depth: () => tags.length,
      say(words, href, bold) {
        let said = pre ? words : words.replace(/\s+/g, " ");
        if (!pre && (run.text === "" || /\s$/.test(run.text))) said = said.trimStart();
        if (!said) return;
        style(href, bold);
        run.html += escaped(said);
        run.text += said;
      },
      breakLine() {
        if (run.text) run.html += heading === null ? "<br>" : " ";
        if (run.text) run.text += heading === null ? "\n" : " ";
      },
      breakBlock(wrap) {
        if (heading === null) flush(wrap);
        else if (run.text) this.say(" ", run.href, run.bold);
      },
      open,
      close,
      openHeading(level) {
        flush(true);
        open(`h${level}`);
        heading = text.length;
      },
      closeHeading() {
        flush(false);
        headings.push(text.slice(heading).join(" "));
        heading = null;
        close();
      },
      words: () => ({ html: html.join(""), text: text.join("\n"), headings: headings.filter(Boolean) }),
    };
  }

  let writer = newWriter();
  let fields = of(Document.prototype, "designMode", document_) === "on";

  /** Open what the element is, and return the frame that says how to close it. */
  function enter(element, name, above) {
    const frame = { ...above, close: () => {} };
    frame.inPart ||= PARTS.has(name);
    frame.inForm ||= name === "form";
    const level = writer.inHeading() ? 0 : headingLevel(element, name);
    if (level) {
      writer.openHeading(level);
      frame.close = () => writer.closeHeading();
    } else if (KEPT.has(name) && !writer.inHeading() && writer.depth() < MAX_DEPTH) {
      writer.breakBlock(above.wraps);
      writer.open(name);
      frame.wraps = false;
      frame.close = () => {
        writer.breakBlock(false);
        writer.close();
      };
    } else if (name === "a" || name === "b" || name === "strong") {
      if (name === "a") frame.href = target(element);
      else frame.bold = true;
    } else if (!INLINE.has(name)) {
      writer.breakBlock(above.wraps);
      frame.wraps = true;
      frame.bold ||= OPENERS.has(name) && !writer.inHeading();
      frame.close = () => writer.breakBlock(true);
    }
    return frame;
  }

  const chosen = (node) => range === null || Range.prototype.intersectsNode.call(range, node);

  /** Return the words of a text node, as far as they are chosen. */
  function wordsOf(node) {
    const data = of(CharacterData.prototype, "data", node);
    if (range === null) return data;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    return data.slice(node === startContainer ? startOffset : 0, node === endContainer ? endOffset : data.length);
  }

  /** Write all of `root`, without recursion: pages may be nested as deep as they like. Return whether it fitted. */
  function write(root, inPart) {
    const base = { href: "", bold: false, wraps: true, inPart, inForm: false };
    const stack = [{ ...base, places: inside(root, "body"), close: () => writer.breakBlock(true) }];
    for (let nodes = 0; stack.length; nodes += 1) {
      if (nodes > MAX_NODES || writer.isFull()) return false;
      const above = stack.at(-1);
      const node = nextIn(above);
      if (!node) {
        stack.pop().close();
        continue;
      }
      if (!chosen(node)) continue;
      const type = of(Node.prototype, "nodeType", node);
      const name = type === ELEMENT ? of(Element.prototype, "localName", node) : "";
      if (type === TEXT) writer.say(wordsOf(node), above.href, above.bold);
      if (name === "br") writer.breakLine();
      if (name && name !== "br" && !isSkipped(node, name, above))
        stack.push({ ...enter(node, name, above), places: inside(node, name) });
    }
    return true;
  }

  function writePage() {
    const whole = of(Document.prototype, "body", document_) ?? of(Document.prototype, "documentElement", document_);
    const main = Document.prototype.querySelector.call(document_, "main, [role=main]");
    const isComplete = main === null || write(main, true);
    if (main !== null && writer.words().text.split(/\s+/).length >= FEWEST_WORDS_OF_MAIN) return isComplete;
    writer = newWriter();
    frames = 0;
    return write(whole, false);
  }

  function writeSelection() {
    const selection = Document.prototype.getSelection.call(document_);
    const count = selection ? of(Selection.prototype, "rangeCount", selection) : 0;
    return Array.from({ length: count }, (_, index) => Selection.prototype.getRangeAt.call(selection, index)).every(
      (selected) => {
        range = selected;
        const root = selected.commonAncestorContainer;
        const isText = of(Node.prototype, "nodeType", root) === TEXT;
        return write(isText ? of(Node.prototype, "parentNode", root) : root, true);
      },
    );
  }

  let range = null;
  const complete = what === "selection" ? writeSelection() : writePage();
  const title = of(Document.prototype, "title", document_).trim();
  const { html, text, headings } = complete ? writer.words() : newWriter().words();
  return {
    url: of(Document.prototype, "URL", document_),
    title,
    contentType: of(Document.prototype, "contentType", document_),
    text,
    html: `<!doctype html><title>${escaped(title)}</title>${html}`,
    headings,
    fields,
    complete,
  };
}
