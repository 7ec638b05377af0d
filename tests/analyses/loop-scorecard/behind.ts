import { expect } from "vitest";
import { languageOf } from "../../../src/analyses";
import { loopScorecard } from "../../../src/analyses/loop-scorecard";
import type { LoopResult } from "../../../src/analyses/loop-scorecard/result";
import type { Database } from "../../../src/engine";
import type { run } from "../ask";

type Asked = Awaited<ReturnType<typeof run<typeof loopScorecard.params, LoopResult>>>;

/** The list behind one number of each kind has as many customers as it says, each once. Gives how many kinds there are. */
export async function expectBehind(
  database: Database,
  request: Asked["request"],
  result: Asked["result"],
): Promise<number> {
  const { tables } = loopScorecard.report(result, request, languageOf("en"));
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row)));
  const kinds = new Map(
    cells.flatMap((cell) => (cell.who && cell.value ? [[kindOf(cell.who.key), cell] as const] : [])),
  );
  for (const { who, value } of kinds.values()) {
    const rows = (await database.query(loopScorecard.customers!(request, result, who!.key)!)).rows();
    expect([who!.key, rows.length]).toEqual([who!.key, value]);
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(value);
  }
  return kinds.size;
}

function kindOf(key: string): string {
  return key.replace(/\d[\d-]*/, "n").replace(/^(tailor|amplify|evolve|call) /, "express ");
}
