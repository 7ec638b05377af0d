import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyActivity, leverOf, type Lever } from "../../../../src/analyses";
import type { DataSlot } from "../../../../src/cells/model";
import type { ColumnProfile } from "../../../../src/engine";
import {
  canBeWritten,
  leverChoices,
  leverFault,
  readCut,
  withCut,
  writtenCut,
  type LogEvents,
  type LeversSpec,
} from "../../../../src/cells/view/hole/lever-choices";

const columns = [
  ["customer", "integer"],
  ["churned", "text"],
  ["reach_pct", "number"],
  ["has_app", "boolean"],
  ["plan", "text"],
  ["visits >= 3", "integer"],
].map(([name, kind]) => ({ name: name!, kind: kind!, type: kind!.toUpperCase() }));

const slot = (table: string, roles: DataSlot["roles"]): DataSlot => ({
  table,
  fileName: `${table}.csv`,
  bytes: 1,
  rowCount: 1,
  columns,
  roles,
  rule: anyActivity,
  endIsLastPaidDay: true,
  plan: null,
});
const slots = [
  slot("people", { customer: "customer", status: "churned" }),
  slot("log", { customer: "customer", time: "day", event: "what" }),
  slot("bare", { customer: "customer", time: "day" }),
];
const spec: LeversSpec = {
  type: "levers",
  most: 12,
  default: [],
  of: ({ mode }) => (mode === "columns" ? "columns" : "events"),
  kinds: ["boolean", "integer", "number", "decimal", "text"],
};
const events: LogEvents = { names: ["login", "invite", " padded ", "export >= 2"], isWhole: true };
const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);

describe("behaviours of a table of customers", () => {
  const counted = (name: string, values: readonly string[]): ColumnProfile => ({
    name,
    type: "VARCHAR",
    kind: "text",
    rows: 2,
    filled: 2,
    blank: 0,
    distinct: values.length,
    distinctIsEstimate: false,
    smallest: values[0]!,
    largest: values.at(-1)!,
    histogram: { form: "top", values: values.map((value) => ({ value, count: 1 })), others: 0 },
  });
  const profile = [counted("plan", ["basic", "pro"]), counted("churned", ["No", "Yes"])];
  const choices = leverChoices(spec, "People", { mode: "columns" }, slots, null, profile);

  test("a text is one where it says yes, or where nobody has counted yet what it says", () => {
    const said = (values: readonly string[]) =>
      names(
        leverChoices(spec, "People", { mode: "columns" }, slots, null, [counted("plan", values)]).offered,
      );
    expect(said(["No", "No phone", "Yes"])).toContain("plan");
    expect(said(["да", "нет"])).toContain("plan");
    expect(said(["basic", "pro"])).not.toContain("plan");
    expect(names(leverChoices(spec, "People", { mode: "columns" }, slots, null).offered)).toContain("plan");
  });

  test("are its numbers, and yes and no; who a customer is and whether they left is none", () => {
    expect(names(choices.offered)).toEqual(["reach_pct", "has_app"]);
  });

  test("a column that is gone and one of words are told apart; of an unknown table nothing is said", () => {
    const fault = (name: string) => leverFault(choices, name);
    expect(["reach_pct", "plan", "town", "*days"].map(fault)).toEqual([null, "wrong-kind", "gone", "gone"]);
    expect(leverFault(leverChoices(spec, "later", { mode: "columns" }, slots, null), "town")).toBeNull();
  });
});

describe("behaviours of a log", () => {
  const choices = leverChoices(spec, "log", { mode: "activity" }, slots, events);

  test("are the log as a whole, then its events; a name that would be read as another is left out", () => {
    expect(choices.offered).toEqual([
      { name: "*days", kind: "whole" },
      { name: "*kinds", kind: "whole" },
      { name: "login", kind: "event" },
      { name: "invite", kind: "event" },
    ]);
  });

  test("an event is gone only where all events are known", () => {
    expect(leverFault(choices, "survey")).toBe("no-event");
    const ofMany = { ...events, isWhole: false };
    expect(leverFault(leverChoices(spec, "log", {}, slots, ofMany), "survey")).toBeNull();
    expect(leverFault(leverChoices(spec, "log", {}, slots, null), "survey")).toBeNull();
  });

  test("without a column of events there are active days and nothing else", () => {
    const bare = leverChoices(spec, "bare", {}, slots, null);
    expect(names(bare.offered)).toEqual(["*days"]);
    expect(["*days", "*kinds", "login"].map((name) => leverFault(bare, name))).toEqual([
      null,
      "no-events",
      "no-events",
    ]);
  });
});

describe("a threshold", () => {
  test("changes in its own behaviour and leaves the others as they stand", () => {
    const levers = ["reach_pct >= 25", "has_app"];
    expect(withCut(levers, 0, 30.5)).toEqual(["reach_pct >= 30.5", "has_app"]);
    expect(withCut(levers, 0, null)).toEqual(["reach_pct", "has_app"]);
    expect(withCut(levers, 1, -1)).toEqual(["reach_pct >= 25", "has_app >= -1"]);
  });

  test.each([
    ["25", false, 25],
    ["2.5", false, 2.5],
    ["2,5", true, 2.5],
    ["1 000", true, 1000],
    ["−3", true, -3],
    ["1e-7", false, 1e-7],
    ["  ", false, null],
    ["1,000", false, NaN],
    ["0x10", false, NaN],
    ["1e999", false, NaN],
    ["12 weeks", false, NaN],
    ["Infinity", false, NaN],
  ] as const)("%j is read (comma %s) as %s", (text, comma, cut) => {
    expect(readCut(text, comma)).toBe(cut);
  });

  test("any number comes back from its field, and from the text in the file", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
    fc.assert(
      fc.property(number, fc.boolean(), (cut, comma) => {
        const lever: Lever = { behaviour: "reach ≥ far", cut };
        expect(readCut(writtenCut(lever, comma), comma)).toBe(cut);
        expect(leverOf(withCut(["reach ≥ far"], 0, cut)[0]!)).toEqual(lever);
      }),
    );
  });

  test("whatever is offered is read back from its own text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        fc.pre(canBeWritten(name) && name !== "");
        expect(leverOf(withCut([name], 0, 3)[0]!)).toEqual({ behaviour: name, cut: 3 });
      }),
    );
  });
});
