import { expect } from "vitest";
import { languageOf, type Analysis, type ParamSpecs, type Request, type Who } from "../../src/analyses";
import type { Database } from "../../src/engine";

/** Every number of a report that carries customers: their list has as many rows, each customer once. Gives the keys. */
export async function expectCustomersBehind<P extends ParamSpecs, R>(
  database: Database,
  analysis: Analysis<P, R>,
  request: Request<P>,
  result: R,
): Promise<readonly string[]> {
  const { tables, verdict } = analysis.report(result, request, languageOf("en"));
  const counted = new Map<string, { readonly value: unknown; readonly who: Who }>();
  for (const { rows } of tables)
    for (const row of rows)
      for (const { value, who } of Object.values(row)) {
        if (!who) continue;
        expect([who.key, value]).toEqual([who.key, counted.get(who.key)?.value ?? value]);
        counted.set(who.key, { value, who });
      }
  for (const { value, who } of counted.values()) {
    expect(who.label).toMatch(/\S/);
    const query = analysis.customers!(request, result, who.key);
    expect(query, who.key).not.toBeNull();
    const table = await database.query(query!);
    expect(table.columns[0]!.name).toBe("customer");
    expect([who.key, table.rowCount]).toEqual([who.key, value]);
    expect(new Set(table.values(0)).size).toBe(table.rowCount);
  }
  const shown = verdict.number?.who;
  if (shown) expect(counted.has(shown.key), shown.key).toBe(true);
  for (const key of [
    "",
    "lost",
    "toString",
    "2024-03-01",
    "1999-01-01 lost",
    "2024-03-01 lost x",
    "' or true --",
  ])
    if (!counted.has(key)) expect([key, analysis.customers!(request, result, key)]).toEqual([key, null]);
  return [...counted.keys()];
}
