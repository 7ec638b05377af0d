import type { DomElement } from "./element";

/** `element.style`: the declarations of the `style` attribute, by `setProperty`, by property (`maxWidth`) or as a whole. */
export interface ElementStyle {
  [property: string]: unknown;
  cssText: string;
  readonly length: number;
  getPropertyValue(name: string): string;
  getPropertyPriority(name: string): string;
  setProperty(name: string, value: unknown, priority?: string | null): void;
  removeProperty(name: string): string;
  item(index: number): string;
}

interface Declaration {
  readonly value: string;
  readonly priority: string;
}

export function styleOf(element: DomElement): ElementStyle {
  const read = () => declarations(element.getAttribute("style") ?? "");
  const write = (all: ReadonlyMap<string, Declaration>) => element.setAttribute("style", cssText(all));
  const methods = {
    getPropertyValue: (name: string) => read().get(kebab(name))?.value ?? "",
    getPropertyPriority: (name: string) => read().get(kebab(name))?.priority ?? "",
    setProperty(name: string, value: unknown, priority?: string | null) {
      const all = read();
      const text = value === null || value === undefined ? "" : String(value).trim();
      if (text) all.set(kebab(name), { value: text, priority: priority ? "important" : "" });
      else if (!all.delete(kebab(name))) return;
      write(all);
    },
    removeProperty(name: string) {
      const old = methods.getPropertyValue(name);
      methods.setProperty(name, "");
      return old;
    },
    item: (index: number) => [...read().keys()][index] ?? "",
  };
  return new Proxy(methods as unknown as ElementStyle, {
    get(target, name) {
      if (typeof name === "symbol" || name in target) return Reflect.get(target, name);
      if (name === "cssText") return cssText(read());
      if (name === "length") return read().size;
      return methods.getPropertyValue(name === "cssFloat" ? "float" : name);
    },
    set(_, name, value) {
      if (typeof name === "symbol") return false;
      if (name === "cssText") write(declarations(String(value)));
      else methods.setProperty(name === "cssFloat" ? "float" : name, value);
      return true;
    },
    has: (target, name) => typeof name === "string" || name in target,
    ownKeys: () => [...read().keys()],
    getOwnPropertyDescriptor: (_, name) =>
      typeof name === "string" && read().has(name)
        ? { configurable: true, enumerable: true, value: methods.getPropertyValue(name) }
        : undefined,
  });
}

/** What stands between semicolons that are in no brackets and no quotes. */
function declarations(text: string): Map<string, Declaration> {
  const all = new Map<string, Declaration>();
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const part of plain.match(declaration) ?? []) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const name = kebab(part.slice(0, colon).trim());
    const { value = "", priority } = /^(?<value>[\s\S]*?)\s*(?<priority>!\s*important)?\s*$/.exec(
      part.slice(colon + 1).trim(),
    )!.groups!;
    if (name && value) all.set(name, { value, priority: priority ? "important" : "" });
  }
  return all;
}

const declaration = /(?:[^;"'(]|"[^"]*"?|'[^']*'?|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\)?)+/g;

function cssText(all: ReadonlyMap<string, Declaration>): string {
  return [...all]
    .map(([name, { value, priority }]) => `${name}: ${value}${priority ? " !important" : ""};`)
    .join(" ");
}

function kebab(name: string): string {
  if (name.startsWith("--")) return name;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^(webkit|moz|ms)-/, "-$1-");
}
