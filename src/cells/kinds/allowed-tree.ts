import type { TreeElement } from "../../engine";
import { allowedStyle, allowedValue } from "./allowed-css";
import {
  droppedTags,
  globalAttributes,
  htmlAttributes,
  htmlTags,
  idLists,
  mathAttributes,
  mathTags,
  svgGeometry,
  svgPresentation,
  svgTags,
} from "./allowed-names";

/**
 * A tree comes from a stranger's code. What may stand on the page is named one by one, for the page and for files alike.
 * Ids get a prefix of the tree, so that none stands for something of the page and references inside of the tree still hold.
 */
export interface AllowedName {
  readonly space: TreeElement["space"];
  readonly tag: string;
}

export type AllowedAttribute = readonly [name: string, value: string];

/** Elements whose content is drawn once more for each reference. They hold few nodes and refer to nothing themselves. */
export const definitionTags = ["clipPath", "marker", "mask", "pattern", "symbol"];
export const mostInDefinition = 500;
export const mostDepth = 200;
export const mostNodes = 200_000;

const longestWord = 10_000;
const longestGeometry = 4_000_000;
const longestImage = 8_000_000;
const ownImage = /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,][^\s"'<>]*$/i;
const inputTypes =
  /^(?:text|search|number|range|checkbox|radio|date|time|datetime-local|month|week|color|button|tel|url|email)$/;
const idText = /^[\w:.\-\u00a0-\uffff]{1,200}$/;

/** null: neither it nor what is inside. An unknown name becomes a plain element around what it holds. */
export function allowedName({ space, tag }: Pick<TreeElement, "space" | "tag">): AllowedName | null {
  const name = tag.toLowerCase();
  if (space === "svg") {
    if (droppedTags.has(name) && name !== "title") return null;
    return { space, tag: svgTags.get(name) ?? "g" };
  }
  if (droppedTags.has(name)) return null;
  if (space === "math") return { space, tag: mathTags.has(name) ? name : "mrow" };
  return { space: "html", tag: htmlTags.has(name) ? name : "span" };
}

/**
 * An attribute as it may stand, under the name it then has; null when it must go.
 * @param prefix Begins each id and reference of the tree. null: references are not allowed here.
 */
export function allowedAttribute(
  element: AllowedName,
  written: string,
  value: string,
  prefix: string | null,
): AllowedAttribute | null {
  const name = written.toLowerCase();
  if (value.includes("\0")) return null;
  const own = sharedAttribute(name, value, prefix);
  if (own !== undefined) return own;
  if (value.length <= longestWord && (globalAttributes.has(name) || /^aria-[a-z]{1,30}$/.test(name)))
    return [name, value];
  if (element.space === "html") return htmlAttribute(element.tag, name, value, prefix);
  if (element.space === "svg") return svgAttribute(element.tag, name, value, prefix);
  return mathAttributes.has(name) && /^[\w\s.%#+-]{0,100}$/.test(value) ? [name, value] : null;
}

/** The address of a link that leaves the page: never followed by itself, only shown to the person. */
export function outsideAddress(value: string): string | null {
  if (value.length > longestWord || !/^(?:https?|mailto):/i.test(value)) return null;
  return URL.canParse(value) ? new URL(value).href : null;
}

/** undefined: not one of those that all elements have. */
function sharedAttribute(
  name: string,
  value: string,
  prefix: string | null,
): AllowedAttribute | null | undefined {
  if (name === "id") return prefix !== null && idText.test(value) ? [name, prefix + value] : null;
  if (idLists.has(name)) {
    const ids = value.split(/\s+/).filter((id) => idText.test(id));
    return prefix !== null && ids.length && ids.length < 100
      ? [name, ids.map((id) => prefix + id).join(" ")]
      : null;
  }
  if (name === "style") {
    const style = allowedStyle(value, prefix);
    return style ? [name, style] : null;
  }
  if (name === "class") {
    const classes = plotClasses(value);
    return classes ? [name, classes] : null;
  }
  if (name === "tabindex") return /^(?:0|-1)$/.test(value.trim()) ? [name, value.trim()] : null;
  return undefined;
}

/** The page's style sheets must not dress what a stranger made as a part of the page; only Plot's legends are known to them. */
function plotClasses(value: string): string {
  if (value.length > 1000) return "";
  const known =
    /^(?:.*-)?(swatches|swatches-wrap|swatches-columns|swatch|swatch-label|swatches-item|ramp|figure)$/;
  return value
    .split(/\s+/)
    .flatMap((one) => known.exec(one)?.[1] ?? [])
    .map((one) => `plot-${one}`)
    .join(" ");
}

function htmlAttribute(
  tag: string,
  name: string,
  value: string,
  prefix: string | null,
): AllowedAttribute | null {
  if (tag === "a" && name === "href") return localReference(value, prefix);
  if (tag === "img" && name === "src") return image(value, "src");
  // Radio buttons belong together by their name.
  if (tag === "input" && name === "name")
    return prefix !== null && idText.test(value) ? [name, prefix + value] : null;
  if (!htmlAttributes[tag]?.has(name) || value.length > longestWord) return null;
  if (name === "type" && tag === "input")
    return [name, inputTypes.test(value.toLowerCase()) ? value : "text"];
  if (name === "type" && tag === "button")
    return [name, /^(?:submit|reset)$/i.test(value) ? value : "button"];
  if (/^(?:colspan|rowspan|span|rows|cols|size)$/.test(name))
    return /^\d{1,3}$/.test(value) ? [name, value] : null;
  if (/^(?:width|height)$/.test(name)) return /^\d{1,5}(?:\.\d+)?%?$/.test(value) ? [name, value] : null;
  return [name, value];
}

function svgAttribute(
  tag: string,
  name: string,
  value: string,
  prefix: string | null,
): AllowedAttribute | null {
  if (name === "href" || name === "xlink:href")
    return tag === "image" ? image(value, "href") : localReference(value, prefix);
  if (svgPresentation.has(name)) {
    const allowed = allowedValue(value, prefix);
    return allowed === null ? null : [name, allowed];
  }
  const geometry = svgGeometry.get(name);
  if (!geometry || value.length > longestGeometry || !/^[\w\s.,+\-()%]*$/.test(value)) return null;
  // No geometry is an address, not even a broken one.
  if (/url\s*\(/i.test(value)) return null;
  if (/^(?:width|height|fontsize|r|rx|ry)$/.test(name) && Math.abs(parseFloat(value)) > 100_000) return null;
  return [geometry, value];
}

function localReference(value: string, prefix: string | null): AllowedAttribute | null {
  const id = /^\s*#(.*?)\s*$/.exec(value)?.[1] ?? "";
  return prefix !== null && idText.test(id) ? ["href", `#${prefix}${id}`] : null;
}

function image(value: string, name: string): AllowedAttribute | null {
  const address = value.trim();
  return address.length <= longestImage && ownImage.test(address) ? [name, address] : null;
}
