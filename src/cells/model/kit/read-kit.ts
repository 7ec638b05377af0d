import { ReadError } from "../read-error";
import { cellText } from "./kit-text";
import { keptAttributes, type KitCell, type KitNotebook } from "./kit-notebook";

export interface ReadKit {
  readonly kit: KitNotebook;
  /** Numbers of cells that hold what seems to be the next one, and whether text stands where only cells may. */
  readonly swallowed: readonly number[];
  readonly isBroken: boolean;
}

/**
 * A file of Notebook Kit. The text is parsed into a document without a window: nothing in it runs, nothing is loaded.
 * Throws `ReadError` when there is no `<notebook>` in it.
 */
export function readKit(text: string): ReadKit {
  const document = new DOMParser().parseFromString(text, "text/html");
  const root = document.querySelector("notebook");
  if (!root) throw new ReadError("not-a-notebook", "not a notebook: html", { values: { looksLike: "html" } });
  const elements = [...document.querySelectorAll<HTMLScriptElement>("notebook script")];
  const cells = withIds(elements).map(([element, id]) => cellOf(element, id));
  const swallowed = cells.filter(({ text }) => /<!--[^]*<script\s[^>]*\btype\s*=/i.test(text));
  return {
    kit: {
      title: document.querySelector("title")?.textContent ?? "",
      theme: root.getAttribute("theme") ?? "",
      readOnly: root.hasAttribute("readonly"),
      cells,
    },
    swallowed: swallowed.map(({ id }) => id),
    isBroken: swallowed.length > 0 || hasMore(root),
  };
}

/** As Notebook Kit numbers what has no number, or that of another. */
function withIds(elements: readonly HTMLScriptElement[]): (readonly [HTMLScriptElement, number])[] {
  const used = new Set<number>();
  let largest = 0;
  return elements.map((element) => {
    const found = Math.floor(Number(element.id));
    const isFree = found > 0 && Number.isSafeInteger(found) && !used.has(found);
    const id = isFree ? found : largest + 1;
    largest = Math.max(largest, id);
    used.add(id);
    return [element, id];
  });
}

function cellOf(element: HTMLScriptElement, id: number): KitCell {
  const others = keptAttributes.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    id,
    type: (element.getAttribute("type") ?? "").trim().toLowerCase(),
    text: cellText(element.textContent),
    pinned: element.hasAttribute("pinned"),
    hidden: element.hasAttribute("hidden"),
    output: element.getAttribute("output") ?? "",
    others: Object.fromEntries(others),
  };
}

/** Text or elements between the cells: what is left of a cell that ended too early. */
function hasMore(root: Element): boolean {
  return [...root.childNodes].some((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent?.trim() !== "";
    return node instanceof Element && !["SCRIPT", "TITLE"].includes(node.tagName);
  });
}
