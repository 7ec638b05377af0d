import type { DataSet } from "../analysis";

type Kind = "words" | "numbers";

const kindsOf: Readonly<Record<Kind, readonly string[]>> = {
  words: ["text", "boolean"],
  numbers: ["integer", "number", "decimal"],
};

/** Columns that play no role yet, in the order of the table. */
export function freeColumns(data: DataSet, kind: Kind): readonly string[] {
  const taken = new Set<string>(Object.values(data.roles));
  return data.columns
    .filter(({ name, kind: of }) => !taken.has(name) && kindsOf[kind].includes(of))
    .map(({ name }) => name);
}
