import createPurifier, { type DOMPurify } from "dompurify";

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

/** A fragment in a document of its own, where nothing is loaded. */
export function sanitise(html: string): DocumentFragment {
  purifier ??= strictPurifier();
  return purifier.sanitize(html, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // Images lose every address but attached ones later, with a note that names it.
    ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|attachment):|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
    RETURN_DOM_FRAGMENT: true,
  });
}

let purifier: DOMPurify | undefined;

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
  return made;
}
