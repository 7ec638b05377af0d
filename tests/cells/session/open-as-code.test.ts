import { describe, expect, test } from "vitest";
import { analyses, anyActivity, languageOf, readParams } from "../../../src/analyses";
import type { AnalysisOutput } from "../../../src/cells/kinds";
import type { AnalysisCell, Cell, DataSlot } from "../../../src/cells/model";
import type { Event } from "../../../src/cells/session/event";
import { openAsCode } from "../../../src/cells/session/open-as-code";
import type { Session } from "../../../src/cells/session/session";
import type { Workbench } from "../../../src/cells/session/workbench";
import { calculate } from "../../../src/analyses/attrition-calculator/compute";
import { analysisCell, codeCell, play, ready, sqlCell, settle } from "./play";

const cell: AnalysisCell = analysisCell("a", "", "attrition-calculator");
const slots: readonly DataSlot[] = [];

/** Opens the totals of a notebook as code; what the workbench is told happens to the session. */
async function opened(start: Session, output: AnalysisOutput | null = null, locale = "en") {
  let session = start;
  const events: Event[] = [];
  const workbench = {
    session: () => session,
    send: (event: Event) => {
      events.push(event);
      session = play(session, event).session;
    },
  } as unknown as Workbench;
  const index = start.notebook.cells.indexOf(cell);
  await openAsCode(workbench, cell, index, slots, output, languageOf(locale));
  return {
    session,
    events,
    added: session.notebook.cells.filter((one) => !start.notebook.cells.includes(one)),
  };
}

describe("open as code", () => {
  test("puts an SQL cell and the TypeScript cell that reads it below the analysis, and runs both", async () => {
    const { session, added } = await opened(ready(cell, codeCell("last", "1")));
    expect(session.notebook.cells.map(({ kind }) => kind)).toEqual([
      "analysis",
      "sql",
      "typescript",
      "typescript",
    ]);
    expect(added.map(({ name }) => name)).toEqual(["attrition_calculator", ""]);
    expect(sourceOf(added[1]!)).toContain("= attrition_calculator;");
    expect(settle(session).ran).toEqual(added.map(({ id }) => id));
  });

  test("takes a name that nothing in the notebook has, not even a value of code", async () => {
    const { added } = await opened(
      ready(
        cell,
        sqlCell("Attrition_Calculator", "select 1"),
        codeCell("c", "const attrition_calculator_2 = 1"),
      ),
    );
    expect(added[0]!.name).toBe("attrition_calculator_3");
    expect(sourceOf(added[1]!)).toContain("= attrition_calculator_3;");
  });

  test("twice gives two pairs, each of which reads its own", async () => {
    const first = (await opened(ready(cell))).session;
    const { added } = await opened(first);
    expect(sourceOf(added[1]!)).toContain(`= ${added[0]!.name};`);
    expect(added[0]!.name).toBe("attrition_calculator_2");
  });

  test("undoing both steps leaves the notebook as it was", async () => {
    const start = ready(cell);
    const { session } = await opened(start);
    const undone = play(session, { type: "undo" }, { type: "undo" }).session;
    expect(undone.notebook.cells).toEqual(start.notebook.cells);
  });

  test("speaks the reader's language", async () => {
    const [english, russian] = await Promise.all(
      ["en", "ru"].map(async (locale) => sourceOf((await opened(ready(cell), null, locale)).added[1]!)),
    );
    expect(english).toContain("At start");
    expect(russian).toContain("На начало");
    expect(russian).not.toContain("At start");
  });

  test("without a figure there is only the SQL", async () => {
    const { values } = readParams(analyses.find(({ id }) => id === cell.analysis)!.params, {
      start: 1,
      end: 5,
    });
    const output: AnalysisOutput = {
      form: "analysis",
      analysis: cell.analysis,
      request: {
        data: {
          table: "",
          roles: {},
          columns: [],
          endIsLastPaidDay: true,
          weekStart: "monday",
          rule: anyActivity,
        },
        params: values,
      },
      result: calculate({ start: 1, end: 5, new: 0, returned: 0 }),
      ran: [],
    };
    expect((await opened(ready(cell), output)).added.map(({ kind }) => kind)).toEqual(["sql"]);
  });
});

function sourceOf(cell: Cell): string {
  return "source" in cell ? String(cell.source) : "";
}
