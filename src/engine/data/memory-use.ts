import type { Database } from "./database";
import { sql } from "./sql";

/** Bytes that DuckDB has taken for tables and queries, and the most it may take. The page's own memory is not in them. */
export interface MemoryUse {
  readonly used: number;
  readonly limit: number;
}

export async function memoryUse(database: Database): Promise<MemoryUse> {
  const answer = await database.query(
    sql`select sum(memory_usage_bytes) as used, current_setting('memory_limit') as most from duckdb_memory()`,
    { changesNothing: true, isBrief: true },
  );
  return { used: Number(answer.value(0, "used")), limit: bytesOf(String(answer.value(0, "most"))) };
}

const units: Readonly<Record<string, number>> = {
  bytes: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** DuckDB writes its limit as `3.1 GiB`. */
function bytesOf(text: string): number {
  const [, number = "", unit = ""] = /^([\d.]+) (\w+)$/.exec(text) ?? [];
  const factor = units[unit];
  if (factor === undefined) throw new Error(`unknown amount of memory: ${text}`);
  return Number(number) * factor;
}
