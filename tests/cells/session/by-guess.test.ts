import { describe, expect, test } from "vitest";
import { suggest } from "../../../src/analyses";
import type { AnalysisCell } from "../../../src/cells/model";
import type { Event } from "../../../src/cells/session/event";
import type { Session } from "../../../src/cells/session/session";
import { analysisCell, load, loadedTable, play, ready, settle, statuses } from "./play";

/** One row a customer, as in the public table of a telephone company. */
const contents: Readonly<Record<string, readonly string[]>> = {
  id: ["1", "2", "3"],
  Contract: ["Month-to-month", "One year"],
  Security: ["No", "No internet service", "Yes"],
  Backup: ["No", "Yes"],
  Churn: ["No", "Yes"],
};
const columns = [
  ...Object.keys(contents).map((name) => ({ name, type: "VARCHAR", kind: "text" as const })),
  { name: "visits", type: "BIGINT", kind: "integer" as const },
];
const meaning = {
  roles: { customer: "id", status: "Churn" },
  rule: { form: "any" as const, events: [], minPerDay: 1, conditions: [], after: null },
};

const given = (load("people")[0] as Extract<Event, { type: "files-given" }>)!;
const people: Event[] = [
  given,
  {
    type: "load-finished",
    load: "load people",
    loaded: { ...loadedTable("people"), columns },
    ...meaning,
  },
];
const counted: Extract<Event, { type: "table-profiled" }> = {
  type: "table-profiled",
  load: "load people",
  table: "people",
  profile: columns.map((column) => ({
    ...column,
    rows: 3,
    filled: 3,
    blank: 0,
    distinct: contents[column.name]?.length ?? 3,
    distinctIsEstimate: false,
    smallest: null,
    largest: null,
    histogram: {
      form: "top" as const,
      values: (contents[column.name] ?? []).map((value) => ({ value, count: 1 })),
      others: 0,
    },
  })),
  ...meaning,
};

const slot = (session: Session) => session.notebook.data.find(({ table }) => table === "people")!;
const loaded = play(ready(), ...people).session;

/** What the gallery would put into the cell now. */
function offered(analysis: string, session = loaded): AnalysisCell {
  const profile = session.tables.people!.profile;
  const offers = suggest({ ...slot(session), profile, weekStart: "monday" });
  const { params } = offers.find((one) => one.analysis.id === analysis)!;
  return { ...analysisCell("a", "people", analysis), params };
}

const offer = (cell = offered("lever-finder")): Event => ({
  type: "cell-inserted",
  cell,
  at: 0,
  edit: false,
  byGuess: true,
});
const set = (session: Session, more: Record<string, unknown>): Event => ({
  type: "parameters-changed",
  cell: "a",
  params: { ...paramsOf(session), ...more },
});
const paramsOf = ({ notebook }: Session) => (notebook.cells[0] as AnalysisCell).params;
const best = offered("lever-finder", play(loaded, counted).session).params;

describe("an analysis that is chosen before its table is counted", () => {
  const waiting = play(loaded, offer());

  test("waits for the counts, takes what they suggest and runs once", () => {
    expect(paramsOf(waiting.session)).not.toEqual(best);
    expect(best).toMatchObject({ left: "Yes", levers: ["Security", "Backup", "visits"] });
    expect(statuses(waiting.session)).toEqual({ a: "queued" });
    const after = play(waiting.session, counted);
    expect(paramsOf(after.session)).toEqual(best);
    const runs = [...waiting.effects, ...after.effects].filter(({ type }) => type === "run");
    expect(runs).toMatchObject([{ cell: { params: best } }]);
    const { session, ran } = settle(after.session);
    expect([ran, session.done.length, session.guesses]).toEqual([["a"], 1, {}]);
    // A later guess is not for a cell that has run.
    const again = play(session, { type: "roles-changed", table: "people", roles: { customer: "id" } });
    expect(paramsOf(again.session)).toEqual(best);
  });

  test("keeps what a person chose meanwhile, also a choice that was taken back", () => {
    const chosen = play(waiting.session, set(waiting.session, { left: "No" })).session;
    expect(paramsOf(play(chosen, counted).session)).toEqual({ ...best, left: "No" });
    const { levers } = paramsOf(waiting.session);
    const other = play(waiting.session, set(waiting.session, { levers: ["Backup"] })).session;
    const back = play(other, set(other, { levers })).session;
    expect(paramsOf(play(back, counted).session)).toMatchObject({ left: "Yes", levers });
  });

  test("gives no column a second part", () => {
    const chosen = play(waiting.session, set(waiting.session, { controls: ["Security"] })).session;
    const { levers, controls } = paramsOf(play(chosen, counted).session);
    expect({ levers, controls }).toEqual({ levers: ["Backup", "visits"], controls: ["Security"] });
    const cut = play(waiting.session, set(waiting.session, { levers: ["Contract >= 1"] })).session;
    expect(paramsOf(play(cut, counted).session)).toMatchObject({ levers: ["Contract >= 1"], controls: [] });
  });

  test("is one step; neither undo nor redo brings the poorer guess back", () => {
    const moded = play(waiting.session, set(waiting.session, { left: "No" })).session;
    const after = settle(play(moded, counted).session).session;
    expect(after.done).toHaveLength(2);
    const before = play(after, { type: "undo" }).session;
    expect(paramsOf(before).levers).toEqual(best.levers);
    const none = play(before, { type: "undo" }).session;
    expect(none.notebook.cells).toEqual([]);
    expect(paramsOf(play(none, { type: "redo" }).session).levers).toEqual(best.levers);
    const gone = play(waiting.session, { type: "undo" }, counted, { type: "redo" });
    expect(paramsOf(gone.session)).toEqual(best);
    expect(settle(gone.session).ran).toEqual(["a"]);
  });

  test("can be stopped; then the counts bring the guess and no run", () => {
    const stopped = play(waiting.session, { type: "stop-requested" }).session;
    expect(statuses(stopped)).toEqual({ a: "never" });
    const after = play(stopped, counted);
    expect(paramsOf(after.session)).toEqual(best);
    expect(after.effects.filter(({ type }) => type === "run")).toEqual([]);
    expect(settle(play(stopped, { type: "run-requested", cells: ["a"] }, counted).session).ran).toEqual([
      "a",
    ]);
  });

  test("does not wait for ever: where counting fails it runs as it is, and a removed table says so", () => {
    const failed: Event = { type: "counting-failed", load: "load people", table: "people" };
    const after = play(waiting.session, failed);
    expect(paramsOf(after.session)).toEqual(paramsOf(waiting.session));
    expect(statuses(after.session)).toEqual({ a: "running" });
    expect(statuses(play(waiting.session, { ...failed, load: "older" }).session)).toEqual({ a: "queued" });
    const removed = play(waiting.session, { type: "table-removed", table: "people" }).session;
    expect(statuses(removed)).not.toMatchObject({ a: "queued" });
  });

  test("leaves the settings of which something is expected, and runs where a person said what columns mean", () => {
    const held = play(loaded, offer({ ...offered("lever-finder"), disabled: true })).session;
    const claimed = play(held, {
      type: "claim-written",
      cell: "a",
      expectation: { behaviour: "Backup", direction: "stay", metric: "attrition", threshold: "5" },
    }).session;
    expect(paramsOf(play(claimed, counted).session)).toEqual(paramsOf(held));
    const meant = play(waiting.session, { type: "roles-changed", table: "people", roles: meaning.roles });
    expect(statuses(meant.session)).toEqual({ a: "queued" });
    const after = play(meant.session, counted).session;
    expect([paramsOf(after), statuses(after)]).toEqual([best, { a: "running" }]);
  });

  test("of another table, or offered after the counts, waits for nothing", () => {
    const late = play(loaded, counted, offer()).session;
    expect([statuses(late), late.guesses]).toEqual([{ a: "running" }, {}]);
    const moved = play(waiting.session, ...load("events"), {
      type: "analysis-table-changed",
      cell: "a",
      table: "events",
    }).session;
    expect(statuses(moved)).toEqual({ a: "running" });
    expect(paramsOf(play(moved, counted).session)).toEqual(paramsOf(waiting.session));
  });
});
