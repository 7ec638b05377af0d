import { allowedAttribute, outsideAddress, type AllowedName } from "../../kinds";

/** Where links lead that leave the page. They have no `href`: nothing follows them by itself, and nothing fetches ahead. */
const addresses = new WeakMap<Element, string>();

export function linkedAddress(element: Element): string | undefined {
  return addresses.get(element);
}

/** Sets an attribute as far as the allow-list lets it; what may not stand there is as if it were taken away. */
export function setAllowed(
  element: Element,
  name: string,
  value: string | null,
  prefix: string | null,
): void {
  const isLink = element.localName === "a" && /^(?:xlink:)?href$/i.test(name);
  if (isLink) setLink(element, value === null ? null : outsideAddress(value.trim()));
  const allowed = value === null ? null : allowedAttribute(nameOf(element), name, value, prefix);
  if (allowed) element.setAttribute(...allowed);
  else remove(element, name);
}

function setLink(element: Element, address: string | null): void {
  if (address === null) {
    if (!addresses.delete(element)) return;
    for (const name of ["role", "tabindex", "title"]) element.removeAttribute(name);
    return;
  }
  addresses.set(element, address);
  element.setAttribute("role", "link");
  element.setAttribute("tabindex", "0");
  if (!element.hasAttribute("title")) element.setAttribute("title", address);
}

/** Under the name it has on the page: `viewBox` keeps its capital, `xlink:href` is `href`. */
function remove(element: Element, name: string): void {
  const plain = name.toLowerCase().replace(/^xlink:/, "");
  for (const one of [...element.attributes])
    if (one.name.toLowerCase() === plain) element.removeAttributeNode(one);
}

function nameOf(element: Element): AllowedName {
  const space = element instanceof HTMLElement ? "html" : element instanceof SVGElement ? "svg" : "math";
  return { space, tag: element.localName };
}
