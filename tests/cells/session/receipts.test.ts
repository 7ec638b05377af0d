import { beforeAll, expect, test } from "vitest";
import { receiptIn, reckonedIn, reckonedOf, savedResultOf, type CellOutput } from "../../../src/cells/kinds";
import {
  isEqual,
  readNotebook,
  receiptOf,
  sha256,
  verify,
  writeNotebook,
  type Cell,
} from "../../../src/cells/model";
import { languageOf } from "../../../src/analyses";
import { dependencies } from "../../../src/cells/session/dependencies";
import { originOf } from "../../../src/cells/session/origin";
import { neverRun, type Session } from "../../../src/cells/session/session";
import { analysisCell, codeCell, inputCell, load, play, ready, sqlCell, textCell } from "./play";

const at = "2026-02-07T00:00:00.000Z";
const language = languageOf("en");
let session: Session;

beforeAll(() => {
  const cells = [
    inputCell("least", 3),
    sqlCell("top", "from events where n > ${least}"),
    sqlCell("last", "from top order by 1"),
    codeCell("code", "const drawn = Math.random() * last.length"),
    textCell("said", "${drawn}"),
    analysisCell("kept", "events"),
  ];
  session = play(ready(...cells), ...load("events")).session;
});

const originOfCell = (id: string) =>
  originOf(
    session,
    session.notebook.cells.find((cell) => cell.id === id)!,
    dependencies(session),
  );

test("a result is of the files, texts and inputs above it, however far", () => {
  const last = originOfCell("last");
  expect(last.data.map(({ table, file }) => [table, file])).toEqual([["events", "events.csv"]]);
  expect(last.code).toBe(sha256("from top order by 1"));
  expect(last.above).toEqual([{ cell: "top", sha256: sha256("from events where n > ${least}") }]);
  expect(last.inputs).toEqual({ least: 3 });
  expect(last.varies).toBeUndefined();
  expect(originOfCell("said")).toMatchObject({
    varies: true,
    above: [{ cell: "top" }, { cell: "last" }, { cell: "#4" }],
  });
  expect(originOfCell("kept")).toEqual({ data: last.data });
});

test("the text above is the one that gave what was read", () => {
  const top = { ...neverRun, source: "from events" };
  const ran = { ...session, runs: { ...session.runs, top } };
  const cell = ran.notebook.cells.find(({ id }) => id === "last")!;
  expect(originOf(ran, cell, dependencies(ran)).above).toEqual([
    { cell: "top", sha256: sha256("from events") },
  ]);
});

const origin = () => ({ engine: "v1.4.3", ...originOfCell("last") });
const outputs = (): readonly CellOutput[] => [
  {
    form: "table",
    columns: [{ name: "n", type: "BIGINT", kind: "integer" }],
    rowCount: 1,
    first: [["4"]],
    mark: { rows: "12", ordered: "13", columns: ["12"] },
    origin: origin(),
  },
  {
    form: "parts",
    number: 3,
    parts: [{ kind: "value", part: 8, value: { type: "number", text: "4" }, isRows: false }],
    defined: [{ name: "drawn", description: "number" }],
    origin: origin(),
  },
  { form: "texts", values: [4], origin: origin() },
];

test("a receipt goes through a file, and the same result is equal to what the file says", () => {
  const cells = ["last", "code", "said"].map((id, i): Cell => ({
    ...session.notebook.cells.find((cell) => cell.id === id)!,
    saved: savedResultOf(outputs()[i]!, at, language, null),
  }));
  const { notebook } = readNotebook(writeNotebook({ ...session.notebook, cells }));
  notebook.cells.forEach(({ saved }, i) => {
    const reckoned = reckonedOf(outputs()[i]!, at, "en")!;
    const read = reckonedIn(saved)!;
    expect(receiptOf(read)).toEqual(receiptOf(reckoned));
    const verified = verify(read, reckoned);
    expect([isEqual(verified), verified.isPart, verified.otherCode, verified.otherParameters]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

test("rows that are withheld leave no mark by which all small numbers could be tried", () => {
  const saved = savedResultOf(outputs()[0]!, at, language, null);
  if (saved.form !== "table") throw new Error("no table");
  const { mark, ...carries } = saved.carries!;
  expect(mark).toBeDefined();
  expect(reckonedIn({ ...saved, carries })).toBeNull();
  expect(receiptIn({ ...saved, carries })).toMatchObject({
    result: null,
    code: sha256("from top order by 1"),
  });
});

test("a result of which nothing is known has no receipt", () => {
  const { origin: _, ...bare } = outputs()[0] as Extract<CellOutput, { form: "table" }>;
  expect(reckonedOf(bare, at, "en")).toBeNull();
  expect(receiptIn(savedResultOf(bare, at, language, null))).toBeNull();
});
