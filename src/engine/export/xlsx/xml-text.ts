/**
 * A text as XML of a workbook. Signs that XML does not have are written `_x0007_`, and so is the underscore of a text that
 * looks like one of these. ECMA-376-1, 22.9.2.19 (ST_Xstring).
 */
export function xmlText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replace(unwritable, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>"]/g, (sign) => entities[sign]!);
}

// Control signs but tab and line feed (XML turns a carriage return into one), non-characters, and halves of signs.
const unwritable =
  /(?![\t\n])\p{Cc}|[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const special = new RegExp(`[&<>"]|_x[\\da-fA-F]{4}_|${unwritable.source}`, "u");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
