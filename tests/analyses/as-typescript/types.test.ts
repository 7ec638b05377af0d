import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, runAnalysis } from "../../../src/analyses";
import { rowType } from "../../../src/cells/view/editor/language/column-types";
import { NotebookService } from "../../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../../src/cells/view/editor/language/problems";
import type { Database } from "../../../src/engine";
import { isShared } from "../../reference/shared-data";
import { openedDatabase } from "../opened-database";
import { cdnow, divided, examples, tinyWorked, totals, type Case } from "./cases";

const database = openedDatabase();
const relation = "opened";
// Each source is a dozen analyses in two languages.
const patience = 120_000;

/** One service for all: the libraries are read once. */
let notebook: NotebookService;
beforeAll(() => {
  notebook = new NotebookService();
});

const sources: readonly (readonly [string, (database: Database) => Promise<Case[]>, boolean])[] = [
  ["totals", () => Promise.resolve(totals()), true],
  ["tiny-worked", tinyWorked, isShared("data/tiny-worked")],
  ["cdnow", cdnow, isShared("data/cdnow-sample")],
  ["customers divided", divided, true],
  ["the examples", examples, true],
];

describe.each(sources)("the TypeScript cells of %s", (_, casesOf, isThere) => {
  test.skipIf(!isThere)(
    "have no problem beside the columns of their SQL cell",
    async () => {
      for (const { title, analysis, request } of await casesOf(database())) {
        const { result } = await runAnalysis(analysis, request, (question) => database().query(question));
        const row = rowType(await database().describe(analysis.asSql(request, result)));
        // Before it has run the text is another one: no result says what there is to draw.
        for (const [known, locale] of [
          [result, "en-GB"],
          [result, "ru"],
          [null, "en-GB"],
        ] as const) {
          const source = analysis.asTypescript(request, known, relation, languageOf(locale));
          if (source !== null)
            expect({ title, locale, problems: problems(source, row) }).toEqual({
              title,
              locale,
              problems: [],
            });
        }
      }
    },
    patience,
  );
});

test("a column that is not there is a problem", () => {
  const language = languageOf("en");
  const [one] = totals();
  const source = one!.analysis.asTypescript(one!.request, null, relation, language)!;
  expect(problems(source, "{ at_start: number | null }")).toContainEqual(expect.stringContaining("at_end"));
});

function problems(source: string, row: string): string[] {
  notebook.update({
    order: ["cell"],
    texts: [["cell", source]],
    surroundings: { relations: [{ name: relation, row }], values: [], analyses: [] },
  });
  return problemsOf(notebook, "cell").map(({ from, to, message }) => `${source.slice(from, to)}: ${message}`);
}
