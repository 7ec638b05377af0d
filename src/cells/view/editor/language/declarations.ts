import type { Surroundings } from "./protocol";

/**
 * The tables, inputs and analyses of a notebook as a declaration file. A name that is no identifier, or that something
 * else already has, gets no variable; `table("…")` knows all relations.
 */
export function declarationsOf(
  { relations, values, analyses }: Surroundings,
  isTaken: (name: string) => boolean,
): string {
  const free = (name: string) => isIdentifier(name) && !isTaken(name);
  return [
    "interface EbbRelations {",
    ...relations.map(({ name, row }) => `  ${propertyName(name)}: ${row};`),
    "}",
    "interface EbbAnalyses {",
    ...analyses.map(({ id, options }) => `  ${propertyName(id)}: ${options};`),
    "}",
    ...once(relations.map(({ name }) => name))
      .filter(free)
      .map((name) => `declare const ${name}: EbbTable<EbbRelations["${name}"]>;`),
    ...values.filter(({ name }) => free(name)).map(({ name, type }) => `declare const ${name}: ${type};`),
    "",
  ].join("\n");
}

/** The relation or the value that the line around an offset of such a file declares. */
export function declaredAt(text: string, at: number): string | undefined {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const line = text.slice(start, text.indexOf("\n", at));
  const [, quoted, name] =
    /^(?: {2}|declare const )(?:("(?:[^"\\]|\\.)*")|([\p{ID_Continue}$]+)): /u.exec(line) ?? [];
  return quoted === undefined ? name : String(JSON.parse(quoted));
}

/** As a name in an object type: quoted where it has to be. */
export function propertyName(name: string): string {
  return isIdentifier(name) ? name : JSON.stringify(name);
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !reserved.has(name);
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}

const reserved = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for function
if import in instanceof new null return super switch this throw true try typeof var void while with yield let static
implements interface package private protected public arguments eval undefined`.split(/\s+/),
);
