import { expect } from "vitest";
import type { Analysis, ParamSpecs, Report, ReportValue, Request } from "../../src/analyses";
import type { Database } from "../../src/engine";

/** Every number of the report's tables that a list of customers stands behind. */
export function countedValues({ tables }: Report): readonly (ReportValue & { who: { key: string } })[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      Object.values(row).flatMap((value) => (value.who ? [{ ...value, who: value.who }] : [])),
    ),
  );
}

/** The list behind each number has as many rows as the number says, each customer once. Gives the keys. */
export async function expectEachCounted<P extends ParamSpecs, R>(
  database: Database,
  analysis: Analysis<P, R>,
  { request, result }: { request: Request<P>; result: R },
  report: Report,
): Promise<readonly string[]> {
  const values = countedValues(report);
  for (const { who, value } of values) {
    const query = analysis.customers!(request, result, who.key);
    expect(query, who.key).not.toBeNull();
    const rows = (await database.query(query!)).rows();
    expect(rows.length, who.key).toBe(value);
    expect(new Set(rows.map(({ customer }) => customer)).size, who.key).toBe(value);
  }
  return values.map(({ who }) => who.key);
}
