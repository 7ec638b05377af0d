import { Trouble } from "./trouble";

/** What cutting types out would silently lose or turn into something else: it gets a fault instead of a wrong meaning. */
export function lost(text: string, code: string): Trouble | null {
  if (text === code) return null;
  return lostNamespace(text, code) ?? requiredModule(text, code);
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
