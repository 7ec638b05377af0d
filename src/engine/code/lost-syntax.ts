import { Trouble } from "./trouble";

/** What cutting types out would silently lose or turn into something else: it gets a fault instead of a wrong meaning. */
export function lost(text: string, code: string): Trouble | null {
  if (text === code) return null;
  return lostLine(text, code) ?? lostNamespace(text, code) ?? requiredModule(text, code);
}

/** A template literal type over several lines leaves none of its line ends: every line after it would be a wrong one. */
function lostLine(text: string, code: string): Trouble | null {
  const lines = text.split("\n");
  const left = code.split("\n");
  if (lines.length === left.length) return null;
  const first = left.findIndex((line, i) => !isWithin(line, lines[i] ?? ""));
  const offset = lines.slice(0, Math.max(0, first - 1)).reduce((sum, line) => sum + line.length + 1, 0);
  return new Trouble("syntax", "a text in a type must stand on one line", offset);
}

/** Whether a line is what another one leaves when some of it is cut out. */
function isWithin(line: string, whole: string): boolean {
  let at = 0;
  for (const sign of line) {
    at = whole.indexOf(sign, at) + sign.length;
    if (at < sign.length) return false;
  }
  return true;
}

/** `namespace A { … }` holds values, but the stripper takes it for a type and drops it whole. */
function lostNamespace(text: string, code: string): Trouble | null {
  const pattern =
    /^([ \t]*(?:export[ \t]+)?)(?:namespace|module)[ \t]+([\p{ID_Start}$_][\p{ID_Continue}$.]*)\s*\{/gmu;
  for (const found of text.matchAll(pattern)) {
    // Still there: a line of a template or a comment that only looks like it.
    if (lineAt(code, lineNumber(text, found.index)).includes(found[2]!)) continue;
    const offset = found.index + found[1]!.length;
    const message = `a namespace is not supported: ${found[2]}; write an object, const ${found[2]} = { … }`;
    return new Trouble("syntax", message, offset, { name: found[2]! });
  }
  return null;
}

/** `import a = require("a")` becomes a call of a function that is not there. */
function requiredModule(text: string, code: string): Trouble | null {
  const pattern = /^[ \t]*import[ \t]+[\p{ID_Continue}$]+\s*=\s*require\s*\(\s*(["'])(.*?)\1/gmu;
  for (const found of text.matchAll(pattern)) {
    if (/^\s*import\b/.test(lineAt(code, lineNumber(text, found.index)))) continue;
    return importTrouble(found[2]!, found.index + found[0].search(/\S/));
  }
  return null;
}

export function importTrouble(module: string, offset: number): Trouble {
  return new Trouble("import", `a cell cannot import: ${module}`, offset, { module });
}

function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}

function lineAt(code: string, line: number): string {
  return code.split("\n")[line] ?? "";
}
