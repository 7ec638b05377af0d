import { describe, expect, test } from "vitest";
import { ledgerFault, readNotebook, writeNotebook, type Expectation } from "../../../src/cells/model";
import type { Event } from "../../../src/cells/session/event";
import type { Session } from "../../../src/cells/session/session";
import { analysisCell, inputCell, load, play, ready, run, settle, sqlCell } from "./play";

const expectation: Expectation = {
  behaviour: " survey_sent ",
  direction: "stay",
  metric: "attrition, top quarter against bottom",
  threshold: "5 points",
};
const claim = (cell: string): Event => ({ type: "claim-written", cell, expectation });
const parameters = (cell: string, params: Record<string, unknown>): Event => ({
  type: "parameters-changed",
  cell,
  params,
});
const after = (start: Session, ...events: Event[]) => settle(play(start, ...events).session).session;
const kinds = ({ notebook }: Session) => notebook.ledger.map(({ kind }) => kind);
const trials = ({ notebook }: Session) => notebook.ledger.filter((one) => one.kind === "trial");

/** The columns are known as they will stay. */
const profiled: Extract<Event, { type: "table-profiled" }> = {
  type: "table-profiled",
  load: "load events",
  table: "events",
  profile: [],
  roles: { customer: "customer", time: "time" },
  rule: { form: "any", events: [], minPerDay: 1, conditions: [], after: null },
};

/** One analysis, of a table that is there, and has answered once. */
function answered(...more: Parameters<typeof ready>): Session {
  const start = ready(analysisCell("a", "events"), ...more);
  return settle(play(start, ...load("events", 3, "f".repeat(64)), profiled).session).session;
}

describe("variants that were tried", () => {
  test("are answers to other parameters; the same ones again, or what plays no part, are none", () => {
    const first = answered();
    expect(trials(first)).toMatchObject([{ analysis: "attrition", table: "events", cell: "a" }]);
    const again = after(first, { type: "run-requested", cells: ["a"] });
    expect(again.runs.a!.number).toBeGreaterThan(first.runs.a!.number);
    expect(again.notebook.ledger).toBe(first.notebook.ledger);
    // Days of grace are for contracts alone.
    const idle = after(again, parameters("a", { grace: 5 }));
    expect(idle.notebook.ledger).toBe(first.notebook.ledger);
    const third = after(idle, parameters("a", { k: 2 }), parameters("a", { mode: "interval" }));
    expect(trials(third).map(({ params }) => [params.mode, params.k])).toEqual([
      ["snapshot", 1],
      ["interval", 1],
    ]);
    const twice = after(after(idle, parameters("a", { k: 2 })), parameters("a", { k: 3 }));
    expect(trials(twice).map(({ params }) => params.k)).toEqual([1, 2, 3]);
    const back = after(twice, parameters("a", {}));
    expect(back.notebook.ledger).toBe(twice.notebook.ledger);
  });

  test("are other meanings of a column, and of being active where that is asked", () => {
    const first = answered();
    const rule = { form: "any" as const, events: [], minPerDay: 2, conditions: [], after: null };
    const stricter = after(first, { type: "rule-changed", table: "events", rule });
    expect(trials(stricter)).toHaveLength(2);
    const roles = { customer: "customer", time: "time", event: "customer" };
    const meant = after(stricter, { type: "roles-changed", table: "events", roles });
    expect(trials(meant)).toHaveLength(3);
  });

  test("of one question stand together, whichever cell asks it", () => {
    const first = answered();
    const cell = { ...analysisCell("b", "EVENTS"), params: {} };
    const second = after(first, { type: "cell-inserted", cell, at: 1, edit: false });
    expect(second.runs.b!.status).toBe("fresh");
    expect(second.notebook.ledger).toBe(first.notebook.ledger);
  });

  test("are counted anew for other data, and not for the same file loaded again", () => {
    const first = answered();
    const same = after(first, ...load("events", 3, "f".repeat(64)), { type: "run-requested", cells: ["a"] });
    expect(trials(same)).toHaveLength(1);
    const other = after(first, ...load("events", 3, "e".repeat(64)), { type: "run-requested", cells: ["a"] });
    expect(trials(other)).toHaveLength(2);
  });

  test("are others where the query that they read, or an input of it, is another", () => {
    const cells = [
      inputCell("least", 1),
      sqlCell("big", "from events where n > ${least}"),
      analysisCell("a", "big"),
    ];
    const loaded = settle(play(ready(...cells), ...load("events", 3), profiled).session).session;
    const first = run(loaded, "big", "a").session;
    expect(trials(first)).toHaveLength(1);
    const moved = after(first, { type: "input-changed", cell: "least", value: 5 });
    expect(trials(moved)).toHaveLength(2);
    const back = after(moved, { type: "input-changed", cell: "least", value: 1 });
    expect(trials(back)).toHaveLength(2);
    const typed = play(back, { type: "source-changed", cell: "big", source: "from events limit 9" }).session;
    expect(trials(run(typed, "big").session)).toHaveLength(3);
  });

  test("are not those that Ebb's own guess took for the columns before it had counted what is in them", () => {
    const early = settle(play(ready(analysisCell("a", "events")), ...load("events")).session).session;
    expect(early.runs.a!.status).toBe("fresh");
    expect(early.notebook.ledger).toEqual([]);
    const same = settle(play(early, profiled).session).session;
    expect(trials(same)).toHaveLength(1);
    const roles = { ...profiled.roles, event: "customer" };
    const better = settle(play(early, { ...profiled, roles }).session).session;
    expect(trials(better)).toHaveLength(1);
    // The better guess comes while the run by the first one is under way.
    const running = play(ready(analysisCell("a", "events")), ...load("events")).session;
    const output = settle(running).session.runs.a!.output!;
    const { number } = running.runs.a!;
    const late = play(
      running,
      { ...profiled, roles },
      { type: "cell-finished", cell: "a", number, output },
    ).session;
    expect(late.notebook.ledger).toEqual([]);
    expect(trials(settle(late).session)).toEqual(trials(better));
    const [counted] = trials(better);
    expect(counted!.settings).not.toBe(trials(same)[0]!.settings);
  });

  test("are not those that gave no answer", () => {
    const start = play(ready(analysisCell("a", "events")), ...load("events")).session;
    const { session } = settle(start, ["a"]);
    expect(session.runs.a!.status).toBe("failed");
    expect(session.notebook.ledger).toEqual([]);
  });
});

describe("what is expected", () => {
  test("stands before the answer when the cell was kept from running, and starts it", () => {
    const cell = { ...analysisCell("a", "events"), disabled: true as const };
    const waiting = settle(play(ready(cell), ...load("events"), profiled).session).session;
    expect(kinds(waiting)).toEqual([]);
    const done = after(waiting, claim("a"));
    expect(kinds(done)).toEqual(["claim", "trial"]);
    expect(done.notebook.ledger[0]).toMatchObject({ behaviour: "survey_sent", direction: "stay", cell: "a" });
    const [claimed, tried] = done.notebook.ledger.map((one) => ("settings" in one ? one.settings : ""));
    expect(claimed).toBe(tried);
    expect(done.notebook.cells[0]).not.toHaveProperty("disabled");
  });

  test("is of the settings that stand in the cell when it is written", () => {
    const second = play(answered(), claim("a"), parameters("a", { k: 2 }), claim("a")).session;
    const settings = second.notebook.ledger.map((one) => ("settings" in one ? one.settings : ""));
    expect(settings[1]).toBe(settings[0]);
    expect(settings[2]).not.toBe(settings[0]);
  });

  test("is refused with an empty or endless part, and in a cell that asks nothing", () => {
    const start = answered(sqlCell("s", "select 1"));
    const refused = (cell: string, part: Partial<Expectation>) =>
      play(start, { type: "claim-written", cell, expectation: { ...expectation, ...part } }).session;
    expect(refused("a", { metric: "  " })).toBe(start);
    expect(refused("a", { threshold: "x".repeat(501) })).toBe(start);
    expect(refused("s", {})).toBe(start);
    expect(refused("nowhere", {})).toBe(start);
  });
});

describe("the trail", () => {
  test("is out of reach for undo and redo, and outlives its cell", () => {
    const first = after(answered(), parameters("a", { mode: "interval" }), claim("a"));
    const { ledger } = first.notebook;
    expect(ledger.length).toBeGreaterThan(2);
    const undone = after(first, { type: "undo" });
    expect(undone.notebook.ledger.slice(0, ledger.length)).toEqual(ledger);
    const redone = after(undone, { type: "redo" }, { type: "cell-deleted", cell: "a" });
    expect(redone.notebook.cells).toEqual([]);
    expect(redone.notebook.ledger.slice(0, ledger.length)).toEqual(ledger);
    expect(ledgerFault([...redone.notebook.ledger])).toBeNull();
  });

  test("makes the notebook one that has to be saved, and goes with every copy of it", () => {
    const first = answered();
    expect(play(first, claim("a")).effects).toContainEqual({ type: "autosave" });
    expect(first.file.unsaved).toBe(true);
    const { notebook } = readNotebook(writeNotebook(first.notebook));
    const copy = after(ready(), {
      type: "notebook-opened",
      notebook: { ...notebook, id: "another" },
      readOnly: false,
      fileName: null,
      inPlace: false,
      notices: [],
      data: [],
      run: false,
    });
    expect(copy.notebook.ledger).toEqual(first.notebook.ledger);
  });

  test("is erased by nothing but its own event, which leaves a mark that undo does not take", () => {
    const first = play(answered(), claim("a")).session;
    const erased = play(first, { type: "ledger-erased" }, { type: "undo" }).session;
    expect(erased.notebook.ledger).toMatchObject([{ kind: "erased", count: first.notebook.ledger.length }]);
    const next = after(erased, parameters("a", { mode: "interval" }));
    expect(kinds(next)).toEqual(["erased", "trial"]);
    expect(ledgerFault([...next.notebook.ledger])).toBeNull();
  });
});
