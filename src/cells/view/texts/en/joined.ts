import { count, rows } from "./amounts";

const files = (n: number) => count(n, { one: "file", other: "files" });

/** Several files in one table, and whole folders. */
export const joined = {
  joined: {
    made: (n: number, column: string) => `One table of ${files(n)}; the column ${column} says which`,
    file: (name: string, n: number) => `${name}: ${rows(n)}`,
    lacks: (columns: string) => `without ${columns}, which is empty in its rows`,
    lacking: (n: number) => `${files(n)} ${n === 1 ? "lacks" : "lack"} columns that others have`,
    apart: "A table for each file",
    offer: (tables: string) => `The same columns: ${tables}.`,
    join: (n: number) => `Make one table of these ${n}`,
    folder: "Add a folder",
  },
};
