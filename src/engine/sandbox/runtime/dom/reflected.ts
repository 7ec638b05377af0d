import type { DomElement } from "./element";

/** Properties of elements that only speak for an attribute: `element.className`, `input.min`, `button.onclick`. */

const texts: Readonly<Record<string, string>> = Object.fromEntries([
  ...words(
    "id title lang dir name href src alt placeholder min max step pattern rel target label scope wrap role accept autocomplete list",
  ).map((name) => [name, name]),
  ["className", "class"],
  ["htmlFor", "for"],
  ["defaultValue", "value"],
]);
const switches: Readonly<Record<string, string>> = {
  ...Object.fromEntries(words("hidden disabled required open autofocus").map((name) => [name, name])),
  readOnly: "readonly",
  defaultChecked: "checked",
  defaultSelected: "selected",
};
const numbers: Readonly<Record<string, string>> = {
  tabIndex: "tabindex",
  rows: "rows",
  cols: "cols",
  size: "size",
  maxLength: "maxlength",
  colSpan: "colspan",
  rowSpan: "rowspan",
};
const events = words(
  "click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel wheel input change submit reset keydown keyup keypress focus blur focusin focusout scroll touchstart touchmove touchend touchcancel drag dragstart dragend dragover drop contextmenu toggle",
);

export function reflectAttributes(prototype: DomElement): void {
  for (const [property, attribute] of Object.entries(texts))
    define(prototype, property, {
      get: (element) => element.getAttribute(attribute) ?? "",
      set: (element, value) => element.setAttribute(attribute, value),
    });
  for (const [property, attribute] of Object.entries(switches))
    define(prototype, property, {
      get: (element) => element.hasAttribute(attribute),
      set: (element, value) => element.toggleAttribute(attribute, Boolean(value)),
    });
  for (const [property, attribute] of Object.entries(numbers))
    define(prototype, property, {
      get: (element) => Number.parseInt(element.getAttribute(attribute) ?? "", 10) || 0,
      set: (element, value) => element.setAttribute(attribute, value),
    });
  for (const type of events) {
    const handlers = new WeakMap<DomElement, (event: unknown) => unknown>();
    define(prototype, `on${type}`, {
      get: (element) => handlers.get(element) ?? null,
      set(element, value) {
        element.removeEventListener(type, handlers.get(element) ?? null);
        handlers.delete(element);
        if (typeof value !== "function") return;
        const handler = value as (event: unknown) => unknown;
        handlers.set(element, handler);
        element.addEventListener(type, handler);
      },
    });
  }
}

function define(
  prototype: DomElement,
  property: string,
  access: { get(element: DomElement): unknown; set(element: DomElement, value: unknown): void },
): void {
  Object.defineProperty(prototype, property, {
    configurable: true,
    enumerable: true,
    get(this: DomElement) {
      return access.get(this);
    },
    set(this: DomElement, value: unknown) {
      access.set(this, value);
    },
  });
}

function words(text: string): string[] {
  return text.split(" ");
}
