import type { ImportPlan } from "./plan";

/**
 * Bytes of memory that the table of a file takes, roughly: a delimited text about 1.3 times its size (1.81 GB gave 2.36 GB
 * of blocks), packed files several times theirs. Columns count alike.
 */
export function memoryOf(bytes: number, fileName: string, plan: ImportPlan | null): number {
  const format = plan?.source.format ?? (/\.parquet$/i.test(fileName) ? "parquet" : "text");
  const isPacked = plan?.entry != null || /\.(gz|zip)$/i.test(fileName);
  const columns = plan?.columns ?? [];
  const kept = columns.length ? columns.filter(({ isKept }) => isKept).length / columns.length : 1;
  const rows = plan?.rows?.take === "sample" ? plan.rows.share : 1;
  return bytes * grown[format] * (isPacked ? 5 : 1) * kept * rows;
}

const grown = { text: 1.3, json: 0.8, xlsx: 4, parquet: 4, arrow: 1.2, duckdb: 3 };

/** Bytes that tables may take in a page: DuckDB's 3.1 GiB, less what questions of them need at least. */
export const engineMemory = 3e9;

/** Bytes that making a table takes at its peak: little more than what it takes then, because a file comes in pieces. */
export const makingOf = (table: number): number => 1.25 * table;

/** What a table may take alone, bytes, so that questions can still be asked of it; one of 2.36 GB was made and asked. */
export const mostMemory = 2.4e9;
