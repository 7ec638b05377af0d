// @ts-expect-error jsdom has no types of its own
import { JSDOM } from "jsdom";
import { documentGlobals } from "../../../../src/engine/sandbox/runtime/dom";
import { createShow } from "../../../../src/engine/sandbox/runtime/show";

export const show = createShow(() => undefined);
export const small = show.scope.document;
const { window } = new JSDOM("<!doctype html><body></body>");
export const page = window.document;

const smallNames = documentGlobals(small);
const pageNames = Object.fromEntries(
  Object.keys(smallNames).map((name) => [name, (window as unknown as Record<string, unknown>)[name]]),
);

/** What `work` gives while these globals stand; libraries look for `document` and `Node` there. */
export function within<T>(where: "small" | "page", work: () => T): T {
  const names = where === "small" ? smallNames : pageNames;
  const before = Object.keys(names).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return work();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}

/** Markup, one element a line; without what differs from picture to picture: numbers of clips, pixels. */
export function lines(node: unknown): string {
  return (
    String((node as { outerHTML: string }).outerHTML)
      .replaceAll(/data:image\/png;base64,[\w+/=]*/g, "data:image/png")
      .replaceAll(/plot-(clip|pattern|marker)-\d+/g, "plot-$1")
      // jsdom leaves out the prefix that HTML wants to see in the xlink namespace.
      .replaceAll(" xlink:href=", " href=")
      .replaceAll("><", ">\n<")
  );
}
