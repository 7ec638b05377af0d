import { describe, expect, test } from "vitest";
import type { Cell } from "../../../src/cells/model";
import type { Event } from "../../../src/cells/session/event";
import { renamedEverywhere } from "../../../src/cells/session/rename-everywhere";
import type { Session } from "../../../src/cells/session/session";
import {
  analysisCell,
  codeCell,
  inputCell,
  load,
  play,
  ready,
  run,
  settle,
  sqlCell,
  statuses,
  textCell,
} from "./play";

const cells: Cell[] = [
  sqlCell("s", "select 1 as n", "big"),
  sqlCell("d", "select big.n from big where big.n > ${lowest}", "below"),
  codeCell("t", 'const rows = big.length + (await table("big")).length;\nsql`from big where n > ${lowest}`'),
  textCell("p", "There are ${big.length} above ${lowest}."),
  { ...analysisCell("a", "big", "time-to-churn"), params: { people: "Big", k: 2 } },
  inputCell("i", "big", { form: "table" }),
  inputCell("c", null, { form: "column", table: "big" }),
  inputCell("q", null, { form: "select", options: { from: "query", sql: "select n from big" } }),
  inputCell("lowest", 3),
];
const change = (cell: string, name: string): Event => ({ type: "name-changed", cell, name });
const cellsOf = (session: Session) =>
  Object.fromEntries(session.notebook.cells.map((cell) => [cell.id, cell])) as Record<string, Cell>;

describe("a name that is changed everywhere", () => {
  const start = ready(...cells);
  const renamed = play(start, change("s", "large")).session;

  test("is another one for SQL, code, prose, analyses and inputs", () => {
    expect(cellsOf(renamed)).toMatchObject({
      s: { name: "large" },
      d: { source: "select large.n from large where large.n > ${lowest}" },
      t: {
        source:
          'const rows = large.length + (await table("large")).length;\nsql`from large where n > ${lowest}`',
      },
      p: { source: "There are ${large.length} above ${lowest}." },
      a: { table: "large", params: { people: "large", k: 2 } },
      i: { value: "large" },
      c: { control: { table: "large" } },
      q: { control: { options: { sql: "select n from large" } } },
    });
    expect(cellsOf(play(start, change("lowest", "least")).session)).toMatchObject({
      d: { source: "select big.n from big where big.n > ${least}" },
      p: { source: "There are ${big.length} above ${least}." },
      lowest: { name: "least" },
    });
  });

  test("is one step there and back", () => {
    expect(renamed.done.map(({ label }) => label)).toEqual(["rename"]);
    const back = play(renamed, { type: "undo" }).session;
    expect(back.notebook.cells).toEqual(cells);
    expect(play(back, { type: "redo" }).session.notebook.cells).toEqual(renamed.notebook.cells);
  });

  test("leaves nothing that has run without its name", () => {
    const before = run(ready(...cells.slice(0, 2), inputCell("lowest", 3)), "d").session;
    const { session, effects } = play(before, change("s", "large"));
    expect(effects).toContainEqual({ type: "name-results", names: { large: "s", below: "d" } });
    expect(statuses(settle(session).session)).toMatchObject({ s: "fresh", d: "fresh" });
  });

  test("takes what its columns mean along, and gives it back", () => {
    const meant = play(run(ready(cells[0]!), "s").session, {
      type: "cell-inserted",
      cell: analysisCell("a", "other"),
      at: 1,
      edit: false,
    });
    const chosen = play(
      meant.session,
      { type: "analysis-table-changed", cell: "a", table: "big" },
      { type: "roles-changed", table: "big", roles: { customer: "n" } },
    ).session;
    const after = play(chosen, change("s", "large")).session;
    const rolesOf = ({ notebook }: Session, table: string) =>
      notebook.data.find((slot) => slot.table === table)?.roles;
    expect(rolesOf(after, "large")).toEqual({ customer: "n" });
    expect(rolesOf(play(after, { type: "undo" }).session, "big")).toEqual({ customer: "n" });
  });

  test.each([
    ["d", "big", { problem: "taken" }],
    ["s", "rows", { problem: "taken" }],
    ["s", "events", { problem: "taken" }],
    ["s", "a b c", { problem: "no-name" }],
    ["s", "n", { problem: "means-another", in: "d" }],
    ["lowest", "2 x", { problem: "no-name" }],
    ["t", "total", { problem: "nothing" }],
  ])("of %s is not changed to %s", (cell, name, problem) => {
    const known = play(start, ...load("events")).session;
    expect(renamedEverywhere(known.notebook, ["events"], cell, name)).toEqual(problem);
    expect(play(known, change(cell, name)).session).toEqual(known);
  });

  test("that two cells have stays with each of them", () => {
    const doubled = ready(...cells, sqlCell("s2", "select 2", "BIG"));
    expect(renamedEverywhere(doubled.notebook, [], "s", "large")).toEqual({ problem: "taken" });
  });
});
