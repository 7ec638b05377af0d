import { canonicalJson } from "../canonical-json";
import type { Notebook } from "../notebook";
import { KitError, type KitReason } from "./kit-error";
import { elementText } from "./kit-text";
import type { KitCell, KitNotebook } from "./kit-notebook";
import { readKit } from "./read-kit";
import { kitOf, type LeftOut } from "./to-kit";

/**
 * A notebook as a file of Notebook Kit. The text is read again before it is given away, and each cell compared with what it
 * was; throws `KitError` for the first that would not come back.
 */
export function writeKit(notebook: Notebook): { readonly text: string; readonly leftOut: LeftOut } {
  const { kit, leftOut } = kitOf(notebook);
  const text = written(kit);
  check(kit, text);
  return { text, leftOut };
}

function written({ title, theme, readOnly, cells }: KitNotebook): string {
  const root = `<notebook${attribute("theme", theme)}${flag("readonly", readOnly)}>`;
  const head = title ? [`  <title>${escaped(title)}</title>`] : [];
  return ["<!doctype html>", root, ...head, ...cells.map(element), "</notebook>", ""].join("\n");
}

function element({ id, type, text, pinned, hidden, output, others }: KitCell): string {
  const attributes = [
    attribute("id", String(id)),
    attribute("type", type),
    ...Object.entries(others).map(([name, value]) => attribute(name, value)),
    attribute("output", output),
    flag("pinned", pinned),
    flag("hidden", hidden),
  ];
  return `  <script${attributes.join("")}>${elementText(text)}</script>`;
}

function check(kit: KitNotebook, text: string): void {
  const broken = kit.cells.findIndex((cell) => isUnwritable(cell.text));
  if (broken >= 0) throw new KitError(broken, "characters");
  if (isUnwritable(text)) throw new KitError(null, "characters");
  const { kit: back, isBroken } = readKit(text);
  const changed = kit.cells.findIndex((cell, i) => !isSame(back.cells[i], cell));
  if (changed >= 0) throw new KitError(changed, reasonFor(kit.cells[changed]!.text));
  if (!isSame(back, kit)) throw new KitError(null, "other");
  const swallowing = kit.cells.findIndex((cell) => cell.text.includes("<!--"));
  if (isBroken && swallowing < 0) throw new KitError(null, "other");
}

function isSame(a: unknown, b: unknown): boolean {
  return a !== undefined && canonicalJson(a) === canonicalJson(b);
}

function reasonFor(text: string): KitReason {
  if (/<\\*\/script\//i.test(text)) return "script-end";
  return text.includes("<!--") ? "comment" : "other";
}

function isUnwritable(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- HTML takes U+0000 for something else
  return /[\u0000\p{Surrogate}]/u.test(text);
}

function attribute(name: string, value: string): string {
  return value ? ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"` : "";
}

function flag(name: string, isSet: boolean): string {
  return isSet ? ` ${name}` : "";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
