import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appended,
  erased,
  headOf,
  ledgerFault,
  newNotebook,
  readNotebook,
  writeNotebook,
  type Ledger,
} from "../../../../src/cells/model";
import type { NewEntry } from "../../../../src/cells/model/ledger/ledger-entry";
import { anyEntry } from "../any-notebook";

const trailOf = (...entries: NewEntry[]) => entries.reduce<Ledger>(appended, []);
const some = fc.array(anyEntry, { minLength: 2, maxLength: 6 });
/** As a reader finds it: nothing is remembered of how it came to be. */
const copyOf = (ledger: Ledger): Ledger => [...ledger];

describe("a trail", () => {
  test("grows at its end, and holds", () => {
    fc.assert(
      fc.property(some, (entries) => {
        const ledger = trailOf(...entries);
        expect(ledger.map(({ hash: _hash, ...entry }) => entry)).toEqual(entries);
        expect(ledgerFault(copyOf(ledger))).toBeNull();
        expect(ledgerFault(ledger)).toBeNull();
      }),
    );
  });

  test("tells where somebody took an entry out, put one elsewhere, or changed one", () => {
    fc.assert(
      fc.property(some, fc.nat(), (entries, n) => {
        const ledger = trailOf(...entries);
        const at = n % (ledger.length - 1);
        expect(ledgerFault(ledger.toSpliced(at, 1))).toBe(at);
        expect(ledgerFault(ledger.toSpliced(at, 0, ledger.at(-1)!))).toBe(at);
        const one = ledger[at]!;
        const changed = "at" in one ? { ...one, at: "2001-01-01T00:00:00.001Z" } : { ...one, count: 0 };
        expect(ledgerFault(ledger.with(at, changed))).toBe(at);
      }),
    );
  });

  test("goes on from what was changed without hiding it", () => {
    fc.assert(
      fc.property(some, anyEntry, (entries, more) => {
        const broken = trailOf(...entries).toSpliced(0, 1);
        expect(ledgerFault(broken)).toBe(0);
        expect(ledgerFault(appended(broken, more))).toBe(0);
        expect(ledgerFault(copyOf(appended(broken, more)))).toBe(0);
      }),
    );
  });

  test("that was erased says how much there was, and from which end", () => {
    fc.assert(
      fc.property(some, (entries) => {
        const ledger = trailOf(...entries);
        const at = "2024-05-01T10:00:00.000Z";
        const after = erased(ledger, at);
        expect(after).toMatchObject([{ kind: "erased", at, count: ledger.length, head: headOf(ledger) }]);
        expect(ledgerFault(copyOf(after))).toBeNull();
        expect(erased([], at)).toEqual([]);
      }),
    );
  });
});

describe("a trail in a file", () => {
  const claim: NewEntry = {
    kind: "claim",
    at: "2024-05-01T10:00:00.000Z",
    cell: "a",
    analysis: "usage-quartiles",
    table: "events",
    behaviour: "survey_sent",
    direction: "stay",
    metric: "attrition, top quarter against bottom",
    threshold: "5 points",
    settings: "a".repeat(64),
  };
  const ledger = trailOf(claim, { ...claim, at: "2024-05-02T10:00:00.000Z" });
  type Entry = Record<string, unknown>;
  type InFile = { ledger: { version: number; entries: Entry[] } };
  const fileOf = (change: (ebb: InFile) => void) => {
    const file = JSON.parse(writeNotebook({ ...newNotebook(), ledger })) as { metadata: { ebb: InFile } };
    change(file.metadata.ebb);
    return readNotebook(JSON.stringify(file));
  };

  test("is read back as it was, and a file without one is written without one", () => {
    expect(fileOf(() => undefined).notebook.ledger).toEqual(ledger);
    expect(writeNotebook(newNotebook())).not.toContain("ledger");
  });

  test("an entry that cannot be read is counted in the trail, and stays counted", () => {
    const { notebook, notes, readOnly } = fileOf(({ ledger }) => (ledger.entries[0]!.direction = "up"));
    expect(notebook.ledger).toMatchObject([{ kind: "claim" }, { kind: "lost", count: 1 }]);
    expect(ledgerFault(notebook.ledger)).toBe(0);
    expect(notes.map(({ code }) => code)).toEqual(["damaged"]);
    expect(readOnly).toBe(false);
    const again = readNotebook(writeNotebook(notebook));
    expect(again.notebook.ledger).toEqual(notebook.ledger);
    expect(again.notes).toEqual([]);
  });

  test.each([
    ["a word more", (one: Entry) => (one.approved = true)],
    ["no time", (one: Entry) => (one.at = "yesterday")],
    ["a day that there is not", (one: Entry) => (one.at = "2024-13-45T10:00:00.000Z")],
    ["an empty threshold", (one: Entry) => (one.threshold = "")],
    ["a book", (one: Entry) => (one.metric = "x".repeat(501))],
    ["a hash that is none", (one: Entry) => (one.hash = "0")],
    ["another kind", (one: Entry) => (one.kind = "verdict")],
    ["a prototype", (one: Entry) => (one.cell = { toString: "a" })],
  ])("an entry with %s is none", (_what, change) => {
    const { notebook } = fileOf(({ ledger }) => change(ledger.entries[1]!));
    expect(notebook.ledger).toMatchObject([claim, { kind: "lost", count: 1 }]);
  });

  test.each([null, [], "", 7, {}, { version: 1 }, { version: "1", entries: [] }])(
    "%j in its place is a trail that was lost",
    (value) => {
      const { notebook, notes } = fileOf((ebb) => Object.assign(ebb, { ledger: value }));
      expect(notebook.ledger).toMatchObject([{ kind: "lost", count: 1 }]);
      expect(notes.map(({ code }) => code)).toEqual(["damaged"]);
    },
  );

  test("one of a later version is not written over", () => {
    const { readOnly, notes } = fileOf(({ ledger }) => (ledger.version = 2));
    expect(readOnly).toBe(true);
    expect(notes.map(({ code }) => code)).toEqual(["newer-version"]);
  });
});
