import { namesDefined, wordsIn } from "./cell-names";
import type { Hole } from "./protocol";

interface CellFile {
  text: string;
  holes: readonly Hole[] | undefined;
  defines: readonly string[];
  mentions: ReadonlySet<string>;
  /** What follows the text: it makes a module of the cell that gives its names to the others and takes theirs. */
  ending: string;
  version: number;
}

const folder = "/cells/";

/**
 * The cells as TypeScript sees them: one module each. The person's text comes first, unchanged, so that no offset moves;
 * after it stand an `export` of all it defines and an `import` of the names of other cells it mentions. Imports are
 * hoisted, so they may stand last; they carry values, types, generics, classes and enums alike, and TypeScript follows
 * them when it renames.
 */
export class CellFiles {
  readonly #files = new Map<string, CellFile>();
  #order: readonly string[] = [];
  #edited: string | null = null;
  #changed = true;
  /** Of all files: one that comes back is not taken for the one that went. */
  #versions = 0;

  /** Other cells, or in another order: the first one that defines a name gives it to the rest. */
  arrange(order: readonly string[]): void {
    this.#order = order;
    for (const cell of this.#files.keys()) if (!order.includes(cell)) this.#files.delete(cell);
    this.#changed = true;
  }

  /** `holes`: where a person wrote TypeScript, if the cell is one of another language. */
  write(cell: string, text: string, holes?: readonly Hole[]): void {
    const file = this.#files.get(cell);
    if (file) file.holes = holes;
    if (file?.text === text) return;
    const version = ++this.#versions;
    const [defines, mentions] = [namesDefined(text), wordsIn(text)];
    this.#files.set(cell, { text, holes, defines, mentions, ending: file?.ending ?? "", version });
    if (!this.#order.includes(cell)) this.#order = [...this.#order, cell];
    this.#changed = true;
  }

  /** In the cell being edited every name of the notebook can be offered, mentioned or not. */
  edit(cell: string): void {
    if (cell === this.#edited) return;
    this.#edited = cell;
    this.#changed = true;
  }

  cells(): readonly string[] {
    return this.#order.filter((cell) => this.#files.has(cell));
  }

  textOf(cell: string): string | undefined {
    return this.#files.get(cell)?.text;
  }

  holesOf(cell: string): readonly Hole[] | undefined {
    return this.#files.get(cell)?.holes;
  }

  /** The whole module: text and ending. */
  moduleOf(cell: string): { readonly text: string; readonly version: string } | undefined {
    this.#link();
    const file = this.#files.get(cell);
    return file && { text: file.text + file.ending, version: String(file.version) };
  }

  /** Brings the endings up to date; a cell whose ending stays keeps its version. */
  #link(): void {
    if (!this.#changed) return;
    this.#changed = false;
    const giver = new Map<string, string>();
    for (const cell of this.cells())
      for (const name of this.#files.get(cell)!.defines) if (!giver.has(name)) giver.set(name, cell);
    for (const [cell, file] of this.#files) {
      const ending = endingOf(cell, file, giver, cell === this.#edited);
      if (ending === file.ending) continue;
      file.ending = ending;
      file.version = ++this.#versions;
    }
  }
}

export function fileOf(cell: string): string {
  return `${folder}${encodeURIComponent(cell)}.ts`;
}

/** Null for files that are no cells. */
export function cellOf(fileName: string): string | null {
  return fileName.startsWith(folder) ? decodeURIComponent(fileName.slice(folder.length, -3)) : null;
}

function endingOf(cell: string, file: CellFile, giver: ReadonlyMap<string, string>, isEdited: boolean) {
  const own = new Set(file.defines);
  const taken = new Map<string, string[]>();
  for (const name of isEdited ? giver.keys() : file.mentions) {
    const from = giver.get(name);
    if (from === undefined || from === cell || own.has(name)) continue;
    taken.set(from, [...(taken.get(from) ?? []), name]);
  }
  const imports = [...taken].map(([from, names]) => `import { ${names.join(", ")} } from "${fileOf(from)}";`);
  // The line break ends a comment in the last line.
  return `\n;export { ${file.defines.join(", ")} };${imports.join("")}`;
}
