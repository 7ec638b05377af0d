import { describe, expect, test } from "vitest";
import { loadAnalysis, runAnalysis } from "../../../src/analyses";
import { sql, written } from "../../../src/engine";
import { codeTables } from "../../../src/cells/session/code-tables";
import { customersBehind } from "../../../src/cells/session/customers-behind";
import { windowOf } from "../../../src/cells/session/queries";
import { neverRun, type Session } from "../../../src/cells/session/session";
import { openedDatabase } from "../../analyses/opened-database";
import { toyEvents } from "../../analyses/toy-events";
import { analysisCell, ready } from "./play";

const database = openedDatabase();

async function behind() {
  const attrition = await loadAnalysis("attrition");
  const data = await toyEvents(database(), ["create"]);
  const params = {
    mode: "snapshot",
    start: "2026-01-12",
    end: "2026-01-19",
    asOf: "2026-02-06",
    k: 1,
    lookback: "period",
    lookbackDays: 30,
    grace: 0,
    period: "week",
    rule: undefined,
  };
  const request = { data, params };
  const { result } = await runAnalysis(attrition, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  const start = ready(analysisCell("cell", "toy_events"));
  const output = { form: "analysis" as const, analysis: "attrition", request, result, ran: [] };
  const session: Session = { ...start, runs: { cell: { ...neverRun, status: "fresh", output } } };
  const { counts } = result as { counts: Record<string, number> };
  const open = () => Promise.resolve(database());
  const noSandbox = () => {
    throw new Error("no code runs here");
  };
  const tables = codeTables(open, noSandbox);
  return { counts, lists: customersBehind({ database: open, tables, session: () => session }) };
}

async function kept(): Promise<unknown[]> {
  const found = await database().query(
    sql`select table_name from duckdb_tables() where schema_name = 'customers_behind'`,
  );
  return [...found.values("table_name")];
}

describe("the list of customers behind a number", () => {
  test("has as many rows as the number says, window by window, sorted when asked", async () => {
    const { counts, lists } = await behind();
    const list = await lists.open("cell", "at_start");
    expect(list?.rowCount).toBe(counts.atStart);
    expect(list?.columns[0]?.name).toBe("customer");
    const rows = await windowOf(database(), { customersOf: "cell" }, 0, 100, null);
    expect(rows).toEqual(list?.first);
    const order = { column: "customer", direction: "descending" } as const;
    const [last] = await windowOf(database(), { customersOf: "cell" }, 0, 1, order);
    expect(last?.[0]).toBe(
      rows
        .map(([customer]) => customer!)
        .toSorted()
        .at(-1),
    );
    await lists.close("cell");
  });

  test("the next one takes its place; closed, nothing of it stays", async () => {
    const { counts, lists } = await behind();
    await lists.open("cell", "lost");
    const next = await lists.open("cell", "remaining");
    expect(next?.rowCount).toBe(counts.remaining);
    expect(await kept()).toEqual(["cell"]);
    await lists.close("cell");
    expect(await kept()).toEqual([]);
  });

  test("the query that is handed over gives the same customers", async () => {
    const { lists } = await behind();
    const list = await lists.open("cell", "remaining");
    const again = await database().query(sql`select count(*) as n from (${written(list!.sql)})`);
    expect(again.value(0, "n")).toBe(list!.rowCount);
    await lists.clear();
    expect(await kept()).toEqual([]);
  });

  test("asked for another number at once, the first question ends as stopped", async () => {
    const { counts, lists } = await behind();
    const first = lists.open("cell", "lost").catch((error: unknown) => error);
    const second = await lists.open("cell", "at_start");
    expect(await first).toMatchObject({ code: "stopped" });
    expect(second?.rowCount).toBe(counts.atStart);
    await lists.close("cell");
  });

  test("nobody is behind a key that no report gave out, nor behind a cell without a result", async () => {
    const { lists } = await behind();
    expect(await lists.open("cell", "everybody")).toBeNull();
    expect(await lists.open("other", "lost")).toBeNull();
    expect(await kept()).toEqual([]);
  });
});
