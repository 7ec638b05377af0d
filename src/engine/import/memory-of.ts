import type { ImportPlan } from "./plan";

/**
 * Bytes of memory that the table of a file takes, roughly: a delimited text about 1.2 times its size (1.07 GB gave 1.24 GB
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

const grown = { text: 1.2, json: 0.8, xlsx: 4, parquet: 4, arrow: 1.2, duckdb: 3 };

/** What a table may take while it is made, bytes: the page has 3.1 GiB, and making one takes more than twice as much as it. */
export const mostMemory = 1.4e9;
