import type { PlainValue } from "../../engine";

/** Where a name that a cell reads gets its meaning from. `number` and `load` tell one result from the next. */
export type ReadFrom =
  | { readonly from: "table"; readonly table: string; readonly load: string }
  /** Rows of an SQL cell, held by DuckDB. */
  | { readonly from: "result"; readonly cell: string; readonly number: number }
  /** What a TypeScript cell defined, held by the sandbox under the name as it is written there. */
  | { readonly from: "code"; readonly cell: string; readonly number: number; readonly name: string }
  | { readonly from: "input"; readonly value: PlainValue };

export type Sources = Readonly<Record<string, ReadFrom>>;
