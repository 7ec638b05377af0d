import createPurifier, { type DOMPurify } from "dompurify";
import type { Blocked } from "./markdown";

/**
 * Notebooks come from strangers. What is let through is named one by one; everything else goes, what stands inside it stays as text.
 * No id and no name (they could stand for the page's own), no class but a code block's language, no style, no address that
 * would be asked for without a click.
 */
const tags =
  "a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre s small span strong sub summary sup table tbody td tfoot th thead tr u ul".split(
    " ",
  );
const attributes = "align alt class colspan height href open rowspan src start title width".split(" ");

/**
 * A fragment in a document of its own, where nothing is loaded. What was to run, to load or to be filled in leaves a note
 * in its place, made by `say`.
 */
export function sanitise(html: string, say: (what: Blocked, address: string) => string): DocumentFragment {
  purifier ??= strictPurifier();
  sayNow = say;
  try {
    return purifier.sanitize(html, {
      ALLOWED_TAGS: tags,
      ALLOWED_ATTR: attributes,
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      // Images lose every address but attached ones later, with a note that names it.
      ALLOWED_URI_REGEXP:
        /^(?:(?:https?|mailto|attachment):|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
      // A script at the very beginning would go to the head, and go without a word.
      FORCE_BODY: true,
      RETURN_DOM_FRAGMENT: true,
    });
  } finally {
    sayNow = null;
  }
}

/** Elements that a reader would miss, by what they are; others go without a word. */
const missed: Readonly<Record<string, Blocked>> = {
  script: "script",
  iframe: "frame",
  frame: "frame",
  object: "frame",
  embed: "frame",
  video: "media",
  audio: "media",
  form: "form",
  svg: "drawing",
  math: "drawing",
  canvas: "drawing",
};

let purifier: DOMPurify | undefined;
let sayNow: ((what: Blocked, address: string) => string) | null = null;

function strictPurifier(): DOMPurify {
  const made = createPurifier(window);
  made.addHook("uponSanitizeAttribute", (element, attribute) => {
    const { attrName, attrValue } = attribute;
    if (attrName === "class")
      attribute.keepAttr = element.tagName === "CODE" && /^language-[\w+#-]+$/.test(attrValue);
    if (attrName === "href")
      attribute.keepAttr = element.tagName === "A" && /^(https?|mailto):/i.test(attrValue);
    if (attrName === "src") attribute.keepAttr = element.tagName === "IMG";
  });
  made.addHook("uponSanitizeElement", (node, { tagName }) => {
    const what = Object.hasOwn(missed, tagName) ? missed[tagName] : undefined;
    if (!what || !sayNow || !(node instanceof Element) || !node.parentNode || isInside(node)) return;
    node.before(noteOf(node, sayNow(what, addressOf(node))));
  });
  return made;
}

/** Stands before what goes, where the walk through the tree has been already: made of text alone. */
function noteOf({ ownerDocument }: Element, text: string): Element {
  const note = ownerDocument.createElement("span");
  note.className = "markdown-dropped";
  note.textContent = text;
  return note;
}

/** One note for all that goes together. */
function isInside(node: Element): boolean {
  return node.parentElement?.closest(Object.keys(missed).join()) != null;
}

function addressOf(node: Element): string {
  const named = ["src", "data", "action"].map((name) => node.getAttribute(name)).find(Boolean) ?? "";
  return named.length > longestAddress ? `${named.slice(0, longestAddress)}…` : named;
}

const longestAddress = 200;
