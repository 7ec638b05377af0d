import { describe, expect, test } from "vitest";
import { createExplorer, countsOf, piecesOf } from "../../../../src/cells/view/explorer";
import type { Exploring } from "../../../../src/cells/session";
import type { Column, ColumnProfile, PartCounts, Piece } from "../../../../src/engine";

const column = (name: string): Column => ({ name, type: "VARCHAR", kind: "text" });
const columns = Array.from({ length: 2000 }, (_, i) => column(`c${i}`));
const profileOf = ({ name }: Column): ColumnProfile => ({
  ...column(name),
  rows: 10,
  filled: 10,
  blank: 0,
  distinct: 2,
  distinctIsEstimate: false,
  smallest: "a",
  largest: "b",
  histogram: { form: "top", values: [{ value: "a", count: 5 }], others: 5 },
});
const counts = (rows: number): PartCounts => ({
  rows,
  missing: 0,
  nan: 0,
  infinite: 0,
  empty: 0,
  blank: 0,
  parts: [rows],
});
const value = (text: string): Piece => ({ form: "value", value: text });
const breathe = () => new Promise((done) => setTimeout(done));

/** Answers wait until they are let go; questions are noted as "kind column". */
function asking() {
  const asked: string[] = [];
  const waiting: { signal: AbortSignal; answer: (value: never) => void; value: unknown }[] = [];
  const later = <T>(note: string, signal: AbortSignal, found: T): Promise<T> => {
    asked.push(note);
    return new Promise((answer) => waiting.push({ signal, answer, value: found }));
  };
  const ask: Exploring = {
    profiles: (_, wanted, signal) =>
      later(`profile ${wanted.map(({ name }) => name).join(" ")}`, signal, wanted.map(profileOf)),
    under: (_, { name }, filters, signal) =>
      later(`under ${name} of ${filters.map((one) => one.column.name).join(" ")}`, signal, counts(3)),
    matching: (_, filters, signal) => later(`matching ${filters.length}`, signal, 3),
    quantiles: () => Promise.resolve(null),
    values: () => Promise.resolve({ values: [], more: false }),
  };
  const go = async () => {
    while (waiting.length) {
      const { answer, value: found } = waiting.shift()!;
      answer(found as never);
      await breathe();
    }
  };
  return { asked, ask, go, signals: () => waiting.map(({ signal }) => signal) };
}

const opened = (ask: Exploring) => createExplorer({ shown: { table: "t" }, columns, ask });

describe("an explorer of two thousand columns", () => {
  test("asks about columns in sight only, a few at a time", async () => {
    const { asked, ask, go } = asking();
    const explorer = opened(ask);
    explorer.see(["c7", "c8"]);
    await go();
    expect(asked).toEqual(["profile c7 c8"]);
    explorer.see(Array.from({ length: 12 }, (_, i) => `c${i}`));
    await go();
    expect(asked.slice(1)).toEqual(["profile c0 c1 c2 c3 c4 c5 c6 c9", "profile c10 c11"]);
    expect(explorer.state().work).toBe("rest");
  });

  test("counts the rows first, then all other columns in sight; the filtered one keeps its own distribution", async () => {
    const { asked, ask, go } = asking();
    const explorer = opened(ask);
    explorer.see(["c0", "c1", "c2"]);
    await go();
    explorer.keep(column("c1"), [value("a")]);
    await go();
    expect(asked.slice(1)).toEqual(["matching 1", "under c0 of c1", "under c2 of c1"]);
    expect(explorer.state().matching).toBe(3);
    expect(countsOf(explorer.state(), "c1")).toEqual({ counts: null, isOld: false });
    expect(countsOf(explorer.state(), "c0").counts?.rows).toBe(3);
    // Two filters: each column is counted under those of the others.
    explorer.keep(column("c2"), [value("b")]);
    await go();
    expect(asked.slice(4)).toEqual(["matching 2", "under c0 of c1 c2", "under c1 of c2"]);
  });

  test("a change stops the question under way, and its late answer is dropped", async () => {
    const { asked, ask, go, signals } = asking();
    const explorer = opened(ask);
    explorer.see(["c0", "c1"]);
    await go();
    explorer.keep(column("c0"), [value("a")]);
    const [first] = signals();
    explorer.keep(column("c0"), []);
    expect(first!.aborted).toBe(true);
    await go();
    expect(explorer.state()).toMatchObject({ filters: [], matching: null, work: "rest" });
    expect(asked).toEqual(["profile c0 c1", "matching 1"]);
  });

  test("can be stopped and goes on when asked; what failed is told", async () => {
    const { asked, ask, go, signals } = asking();
    const explorer = opened({ ...ask, under: () => Promise.reject(new Error("out of memory")) });
    explorer.see(["c0", "c1"]);
    await go();
    explorer.keep(column("c0"), [value("a")]);
    explorer.stop();
    expect(signals()[0]!.aborted).toBe(true);
    expect(explorer.state().work).toBe("stopped");
    await go();
    expect(explorer.state().matching).toBeNull();
    explorer.again();
    await go();
    expect(explorer.state()).toMatchObject({ matching: 3, work: { failed: "out of memory" } });
    expect(asked.filter((one) => one === "matching 1")).toHaveLength(2);
  });

  test("a filter without pieces is none", async () => {
    const explorer = opened(asking().ask);
    explorer.keep(column("c0"), [value("a"), { form: "missing" }]);
    expect(piecesOf(explorer.state(), "c0")).toHaveLength(2);
    explorer.keep(column("c0"), []);
    expect(explorer.state().filters).toEqual([]);
  });
});
