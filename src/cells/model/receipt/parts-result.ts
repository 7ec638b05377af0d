import type { Inspected, OutputPart, TreeNode } from "../../../engine";
import { sha256 } from "../ledger/sha256";

/**
 * What code showed, as plain JSON in which only what a reader sees counts: numbers that the sandbox gives to nodes and to
 * values of one run are left out, and so is what was said on the console.
 */
export function partsResult(parts: readonly OutputPart[]): readonly unknown[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case "tree":
        return [
          part.figure
            ? { chart: part.figure, drawing: drawn(part.root) }
            : { page: textIn(part.root), drawing: drawn(part.root) },
        ];
      case "table": {
        const { columns, rowCount, first } = part;
        return [{ columns: columns.map(({ name, type }) => `${name} ${type}`), rowCount, first }];
      }
      case "value":
        return [valueOf(part.value)];
      case "console":
        return [];
    }
  });
}

/** Values and tables of which only the beginning is here. */
export function isCutShort(parts: readonly OutputPart[]): boolean {
  return parts.some((part) => {
    if (part.kind === "table") return part.rowCount > part.first.length;
    return part.kind === "value" && isCut(part.value);
  });
}

function isCut(value: Inspected): boolean {
  if (!("entries" in value)) return value.length !== undefined;
  if (value.ref !== null) return true;
  return value.entries.some(
    ({ key, value: inner }) => isCut(inner) || (typeof key !== "string" && isCut(key)),
  );
}

function valueOf(value: Inspected): unknown {
  if ("entries" in value) {
    const { entries, size, name, type } = value;
    if (type === "array" || type === "typed-array") return entries.map((one) => valueOf(one.value));
    const inner = entries.map(({ key, value: one }) => [
      typeof key === "string" ? key : JSON.stringify(valueOf(key)),
      valueOf(one),
    ]);
    return entries.length ? Object.fromEntries(inner) : `${name} (${size})`;
  }
  const number = value.type === "number" ? Number(value.text) : NaN;
  return Number.isFinite(number) ? number : value.text;
}

function drawn(root: TreeNode): string {
  return sha256(JSON.stringify(seen(root)));
}

function seen(node: TreeNode): unknown {
  if ("text" in node) return node.text;
  const { space, tag, attributes, properties, children } = node;
  const said = Object.entries(attributes)
    .map(([name, value]) => [name, withoutRun(name, value)])
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
  return [space, tag, said, properties ?? null, children.map(seen)];
}

/** Charts number their clips and gradients through a whole run. */
function withoutRun(name: string, value: string): string {
  if (name === "id" || /^(?:xlink:)?href$|^aria-(?:labelledby|describedby|controls|owns)$|^for$/.test(name))
    return value.replaceAll(/\d+/g, "#");
  return value.replaceAll(/url\(([^)]*)\)/g, (link) => link.replaceAll(/\d+/g, "#"));
}

function textIn(node: TreeNode): string {
  return "text" in node ? node.text : node.children.map(textIn).join("");
}
