const harmful =
  /^(?:script|style|iframe|frame|object|embed|applet|link|meta|base|template|noscript|portal|video|audio|source|track|canvas|animate|set|foreignobject|feimage|dialog|slot|plaintext|xmp)$/i;
const knownSpaces = /1999\/xhtml$|2000\/svg$|1998\/Math\/MathML$/;
const ownPlace = /^#[\w:.-]+$/;
const ownPicture = /^(?:data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,])/i;
const addressed =
  /^(?:href|xlink:href|src|srcset|action|formaction|data|poster|background|ping|cite|longdesc|usemap|manifest|icon)$/i;
const meddling =
  /^(?:on.*|name|autofocus|contenteditable|popover.*|is|slot|part|target|accesskey|draggable|pattern|download|http-equiv|srcdoc|nonce|style.*=.*)$/i;

/**
 * What of a tree on the page is against the rules. Written apart from the allow-list, as somebody who looks for harm
 * would: it knows no list of what is allowed.
 */
export function trespasses(host: Element, prefix: string): string[] {
  return [...host.querySelectorAll("*")].flatMap((element) => {
    const found: string[] = [];
    const name = element.localName;
    if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name) || harmful.test(name)) found.push(`element ${name}`);
    if (!knownSpaces.test(element.namespaceURI ?? "")) found.push(`namespace ${element.namespaceURI}`);
    for (const { name: attribute, value } of element.attributes)
      if (isHarm(element, attribute, value, prefix)) found.push(`${name} ${attribute}=${value.slice(0, 80)}`);
    return found;
  });
}

function isHarm(element: Element, name: string, value: string, prefix: string): boolean {
  if (name === "name" && element.localName === "input") return !value.startsWith(prefix);
  if (meddling.test(name)) return true;
  if (addressed.test(name)) {
    const isPicture = /^(?:img|image)$/.test(element.localName) && ownPicture.test(value);
    return !isPicture && !(ownPlace.test(value) && value.startsWith(`#${prefix}`));
  }
  if (name === "id" || name === "for") return !value.startsWith(prefix);
  if (name === "type") return /^(?:password|file|image|hidden)$/i.test(value);
  if (name === "tabindex") return Number(value) > 0;
  if (name === "class") return value.split(" ").some((one) => !one.startsWith("plot-"));
  const references = value.match(/url\([^)]*\)?/gi) ?? [];
  // Elsewhere than in a style sheet's values these letters mean nothing.
  if (name !== "style" && (element instanceof HTMLElement || /^(?:aria-.*|title|lang|role|dir)$/.test(name)))
    return false;
  return (
    references.some((one) => !one.startsWith(`url(#${prefix}`)) ||
    /\\|\/\*|@|expression|javascript:|image-set|cross-fade|src\(|!important|fixed|sticky|behavior|binding/i.test(
      value,
    )
  );
}
