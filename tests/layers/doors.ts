import { importsOf, type SourceFile } from "./source-file";

/** A heavy package, where it may be imported, and where its types may be named besides. */
interface Door {
  readonly packages: RegExp;
  readonly door: RegExp;
  readonly types?: RegExp;
}

const doors: readonly Door[] = [
  {
    packages: /^@duckdb\/duckdb-wasm(\/|$)/,
    door: /^src\/engine\/data\/duckdb\.ts$/,
    types: /^src\/engine\/data\//,
  },
  { packages: /^apache-arrow(\/|$)/, door: /^src\/engine\/(data|import|export|sandbox\/runtime)\// },
  {
    packages: /^parquet-wasm(\/|$)/,
    door: /^src\/engine\/import\/read\/parquet-parts\.ts$/,
  },
  { packages: /^(sucrase|acorn|acorn-walk)(\/|$)/, door: /^src\/engine\/code\// },
  { packages: /^(d3|htl)(-\w+)?(\/|$)/, door: /^src\/engine\/sandbox\/runtime\// },
  { packages: /^sql-formatter(\/|$)/, door: /^src\/cells\/view\/editor\// },
  { packages: /^idb(\/|$)/, door: /^src\/engine\/store\// },
  {
    packages: /^@observablehq\/plot(\/|$)/,
    // One for the page, one for the code of cells.
    door: /^src\/(analyses\/plot\.ts$|engine\/sandbox\/runtime\/)/,
    types: /^src\/analyses\/report\.ts$/,
  },
  { packages: /^zustand(\/|$)/, door: /^src\/cells\/session\/store\.ts$/ },
  { packages: /^monaco-editor(\/|$)/, door: /^src\/cells\/view\/editor\// },
  {
    packages: /^(react|react-dom|@tanstack\/react-virtual|lucide-react)(\/|$)/,
    door: /^src\/(cells\/view\/|main\.tsx$)/,
  },
];

/** Sentences that name each import of a heavy package away from its door. */
export function brokenDoors(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((one) => !one.isOwn)
      .filter(({ target, isTypeOnly }) =>
        doors.some(
          ({ packages, door, types }) =>
            packages.test(target) && !door.test(file.path) && !(isTypeOnly && types?.test(file.path)),
        ),
      )
      .map(({ target }) => `${file.path}: imports ${target} away from its door`),
  );
}
