import { expect, test } from "vitest";
import { languageOf, loadAnalysis, readParams } from "../../../src/analyses";
import { runAnalysisCell, savedReportOf, savedResultOf } from "../../../src/cells/kinds";
import { newNotebook, readNotebook, writeNotebook, type AnalysisCell } from "../../../src/cells/model";
import { openedDatabase } from "../../analyses/opened-database";
import { toyEvents } from "../../analyses/toy-events";

const database = openedDatabase();

test("a saved result carries what a reader of the numbers alone must know, and keeps it through a file", async () => {
  const analysis = await loadAnalysis("attrition");
  const data = await toyEvents(database(), ["create"]);
  const given = { start: "2026-01-12", end: "2026-01-19", asOf: "2026-02-06", period: "week" };
  const request = { data, params: readParams(analysis.params, given).values };
  const ran = await runAnalysisCell(request, "attrition", (question) =>
    database().query(question, { isOwn: true }),
  );
  const origin = {
    engine: database().version,
    data: [{ table: "toy_events", file: "toy.csv", rows: 25, sha256: "00ff" }],
  };
  const saved = savedResultOf({ ...ran, origin }, "2026-02-07T00:00:00.000Z", languageOf("en"), null);
  if (saved.form !== "analysis") throw new Error("not a result of an analysis");
  expect(saved.carries).toMatchObject(origin);
  expect(saved.carries?.definition).toMatch(/what share/);
  expect(saved.carries?.sql.map(({ name }) => name)).toContain("attrition");
  expect(saved.result).toMatchObject({ rows: { used: expect.any(Number) }, period: { asOf: "2026-02-06" } });

  const cell: AnalysisCell = {
    kind: "analysis",
    id: "a",
    name: "",
    analysis: "attrition",
    table: "toy_events",
    params: given,
    foreign: {},
    saved,
  };
  const read = readNotebook(writeNotebook({ ...newNotebook(() => 0.5), cells: [cell] })).notebook.cells[0]!;
  expect(read.saved).toEqual(saved);
  const again = savedReportOf(read.saved!, languageOf("ru"));
  expect(again?.verdict.number?.value).toBeDefined();
});
