import { isObject } from "../nbformat";
import { textOfLines } from "../lines";
import type { SavedResult } from "../notebook";

/** A result in words: what a reader would hold beside the other one. Time and drawings are left out. */
export function resultText(saved: SavedResult | null): string | null {
  if (!saved) return null;
  const found = known.get(saved) ?? textOf(saved);
  known.set(saved, found);
  return found;
}

/** A result never changes, and a comparison is made anew with every change of the notebook. */
const known = new WeakMap<SavedResult, string>();

function textOf(saved: SavedResult): string {
  switch (saved.form) {
    case "analysis":
      return saved.text;
    case "table": {
      const rows = saved.rows.map((row) => row.map(valueText));
      const more = saved.rowCount > rows.length ? [`… ${rows.length} / ${saved.rowCount}`] : [];
      const head = saved.columns.map(({ name }) => valueText(name));
      return [...[head, ...rows].map((row) => row.join("\t")), ...more].join("\n");
    }
    case "parts":
      return saved.shown.map(({ text }) => text).join("\n");
    case "texts":
      return saved.texts.join("\n");
    case "error":
      return `${saved.name}: ${saved.message}`;
    case "foreign":
      return saved.outputs.map(outputText).join("\n");
  }
}

/** NULL is no text "NULL", and a value with a break in it is no two values. */
function valueText(value: string | null): string {
  if (value === null) return "NULL";
  return value === "NULL" || /[\t\n\r"]/.test(value) ? JSON.stringify(value) : value;
}

/** An output of any program: its plain text where it has one; of pictures and the like, what they are. */
function outputText(output: unknown): string {
  if (!isObject(output)) return "";
  if (output.output_type === "stream") return textOfLines(output.text) ?? "";
  if (output.output_type === "error") return `${String(output.ename)}: ${String(output.evalue)}`;
  if (!isObject(output.data)) return "";
  const { "text/plain": plain, ...others } = output.data;
  const rest = Object.entries(others).map(([type, value]) => {
    const text = textOfLines(value) ?? JSON.stringify(value);
    return `[${type} · ${text.length} · ${fingerprint(text)}]`;
  });
  return [...(plain === undefined ? [] : [textOfLines(plain) ?? ""]), ...rest].join("\n");
}

/** FNV-1a, 32 bit: tells two pictures apart for a reader; nothing is proved by it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
