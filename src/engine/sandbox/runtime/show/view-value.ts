import type { DomElement } from "../dom";

/** What an input is worth, and the event that says it has changed: as everywhere where people write `view(…)`. */

export function viewValue(element: DomElement): unknown {
  const input = element as DomElement & Record<string, unknown>;
  switch (typeOf(element)) {
    case "range":
    case "number":
      return input.valueAsNumber;
    case "date":
    case "month":
    case "datetime-local":
      return input.valueAsDate;
    case "checkbox":
      return input.checked;
    case "select-multiple":
      return (input.selectedOptions as readonly { readonly value: string }[]).map(({ value }) => value);
    default:
      return input.value;
  }
}

export function viewEvents(element: DomElement): readonly string[] {
  const type = typeOf(element);
  if (type === "button" || type === "submit" || element.localName === "button") return ["click"];
  return ["input"];
}

function typeOf(element: DomElement): string {
  const type = "type" in element ? element.type : undefined;
  return typeof type === "string" ? type : "";
}
