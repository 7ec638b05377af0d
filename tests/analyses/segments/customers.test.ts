import { expect, test } from "vitest";
import { languageOf, type AnyAnalysis, type Report, type Who } from "../../../src/analyses";
import { mixShift } from "../../../src/analyses/mix-shift";
import { segments } from "../../../src/analyses/segments";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCases } from "./made";

const database = openedDatabase();
const analyses: Readonly<Record<string, AnyAnalysis>> = {
  segments: segments as AnyAnalysis,
  "usage-quartiles": usageQuartiles as AnyAnalysis,
  "mix-shift": mixShift as AnyAnalysis,
};
// Every number of every report is asked for.
const patience = 240_000;

test(
  "behind every number that counts customers stand exactly so many, one row each",
  async () => {
    for (const { id, data, given, beside } of await madeCases(database())) {
      const analysis = analyses[id]!;
      const { request, result } = await run(database(), analysis, data, given, beside);
      const title = `${id} ${data.table} ${JSON.stringify(given)}`;
      const report = analysis.report(result, request, languageOf("en"));
      const counted = numbersWithWho(report);
      expect(counted.length, title).toBeGreaterThan(3);
      const sizes = new Map(counted.map(({ who, value }) => [who.key, value]));
      for (const { who, value } of counted) expect(value, `${title}: ${who.key}`).toBe(sizes.get(who.key));
      for (const [key, size] of sizes) {
        const asked = analysis.customers!(request, result, key);
        expect(asked, `${title}: ${key}`).not.toBeNull();
        const rows = (await database().query(asked!)).rows();
        expect(rows.length, `${title}: ${key}`).toBe(size);
        expect(new Set(rows.map(({ customer }) => customer)).size).toBe(rows.length);
        expect(Object.keys(rows[0] ?? { customer: 0 })[0]).toBe("customer");
      }
      const all = (await database().query(analysis.customers!(request, result, null)!)).rows();
      expect(new Set(all.map(({ customer }) => customer)).size).toBe(all.length);
      for (const strange of ["", "all ", "9 lost =month", "0 lost =nobody", "third all", "11 all", "lost'--"])
        expect(analysis.customers!(request, result, strange), strange).toBeNull();
    }
  },
  patience,
);

function numbersWithWho({ tables, verdict }: Report): { who: Who; value: number }[] {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      Object.values(row).flatMap(({ who, value }) =>
        who && typeof value === "number" ? [{ who, value }] : [],
      ),
    ),
  );
  const who = verdict.number?.who;
  const told = Number(/^[\d,]+/.exec(verdict.number?.base ?? "")?.[0].replaceAll(",", ""));
  return who ? [...cells, { who, value: told }] : cells;
}
