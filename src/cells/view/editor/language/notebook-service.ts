import { CellFiles, cellOf, fileOf } from "./cell-files";
import { declarationsOf, declaredAt } from "./declarations";
import { libraries, resolve, roots } from "./libraries";
import type { Surroundings, Update } from "./protocol";
import { compiler, type ts } from "./typescript";

const surroundingsFile = "/scope/notebook.d.ts";

/** TypeScript's own service over the cells of one notebook. */
export class NotebookService {
  readonly cells = new CellFiles();
  readonly service: ts.LanguageService;
  #surroundings = "";
  #declared: Surroundings = { relations: [], values: [], analyses: [] };
  #names: ReadonlySet<string> = new Set();
  #surroundingsVersion = 0;
  #version = 0;

  constructor() {
    this.service = compiler.createLanguageService(this.#host());
    this.#surround({ relations: [], values: [], analyses: [] });
  }

  update({ order, texts = [], surroundings, edited }: Update): void {
    this.#version++;
    if (order) this.cells.arrange(order);
    for (const [cell, text, holes] of texts) this.cells.write(cell, text, holes);
    if (edited !== undefined) this.cells.edit(edited);
    if (surroundings) this.#surround(surroundings);
  }

  /** The SQL cell or the input that gives a name or a column which our own declarations define there. */
  giverAt(fileName: string, at: number): string | undefined {
    if (fileName !== surroundingsFile) return undefined;
    const name = declaredAt(this.#surroundings, at);
    const { relations, values } = this.#declared;
    return [...relations, ...values].find((one) => one.name === name)?.cell;
  }

  /** A table, a query's result or an input: what people write of, among two thousand names that are always there. */
  isOfNotebook(name: string): boolean {
    return this.#names.has(name);
  }

  #surround(surroundings: Surroundings): void {
    this.#declared = surroundings;
    this.#names = new Set([...surroundings.relations, ...surroundings.values].map((one) => one.name));
    const text = declarationsOf(surroundings, (name) => globalNames().has(name));
    if (text === this.#surroundings) return;
    this.#surroundings = text;
    this.#surroundingsVersion++;
  }

  #textOf(fileName: string): string | undefined {
    if (fileName === surroundingsFile) return this.#surroundings;
    const cell = cellOf(fileName);
    return cell === null ? libraries.get(fileName) : this.cells.moduleOf(cell)?.text;
  }

  #versionOf(fileName: string): string {
    if (fileName === surroundingsFile) return String(this.#surroundingsVersion);
    const cell = cellOf(fileName);
    return cell === null ? "1" : (this.cells.moduleOf(cell)?.version ?? "");
  }

  #host(): ts.LanguageServiceHost {
    return {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...roots, surroundingsFile, ...this.cells.cells().map(fileOf)],
      getScriptVersion: (name) => this.#versionOf(name),
      getProjectVersion: () => String(this.#version),
      getScriptSnapshot: (name) => {
        const text = this.#textOf(name);
        return text === undefined ? undefined : compiler.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/",
      getDefaultLibFileName: () => "/lib/lib.d.ts",
      fileExists: (name) => this.#textOf(name) !== undefined,
      readFile: (name) => this.#textOf(name),
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => {
          const resolvedFileName = resolve(text, from);
          if (resolvedFileName === undefined) return { resolvedModule: undefined };
          const extension = resolvedFileName.endsWith(".d.ts")
            ? compiler.Extension.Dts
            : compiler.Extension.Ts;
          return { resolvedModule: { resolvedFileName, extension, isExternalLibraryImport: false } };
        }),
    };
  }
}

const options: ts.CompilerOptions = {
  target: compiler.ScriptTarget.ES2022,
  module: compiler.ModuleKind.ESNext,
  moduleResolution: compiler.ModuleResolutionKind.Bundler,
  moduleDetection: compiler.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  libReplacement: false,
  types: [],
  strict: true,
  noUncheckedSideEffectImports: true,
  noEmit: true,
  skipLibCheck: true,
  // D3 and Plot say of themselves that they are globals.
  allowUmdGlobalAccess: true,
};

let found: ReadonlySet<string> | null = null;

/** Global variables of the language and the scope: a table of such a name cannot have one too. */
function globalNames(): ReadonlySet<string> {
  if (found) return found;
  const names = new Set(["Plot", "d3"]);
  for (const [file, text] of libraries)
    if (/^\/(scope\/scope|lib\/lib\.(es.*|dom))\.d\.ts$/.test(file))
      for (const [, name] of text.matchAll(/^declare (?:var|let|const|function|class|namespace) ([\w$]+)/gm))
        names.add(name!);
  found = names;
  return names;
}
