import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, runAnalysis } from "../../../src/analyses";
import { namesDefined } from "../../../src/cells/view/editor/language/cell-names";
import { rowType } from "../../../src/cells/view/editor/language/column-types";
import { NotebookService } from "../../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../../src/cells/view/editor/language/problems";
import type { Database } from "../../../src/engine";
import { isShared } from "../../reference/shared-data";
import { openedDatabase } from "../opened-database";
import { cdnow, divided, examples, tinyWorked, totals, type Case } from "./cases";

const database = openedDatabase();
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
      const texts: Text[] = [];
      for (const { title, analysis, request } of await casesOf(database())) {
        const { result } = await runAnalysis(analysis, request, (question) =>
          database().query(question, { isOwn: true }),
        );
        const row = rowType(await database().describe(analysis.asSql(request, result)));
        // Before it has run the text is another one: no result says what there is to draw.
        for (const [known, locale] of [
          [result, "en-GB"],
          [result, "ru"],
          [null, "en-GB"],
        ] as const) {
          const relation = `opened_${texts.length}`;
          const source = analysis.asTypescript(request, known, relation, languageOf(locale));
          if (source !== null) texts.push({ title: `${title} ${locale}`, source, relation, row });
        }
      }
      expect(texts).not.toEqual([]);
      // No text can lean on a name of another.
      expect(texts.flatMap(({ source }) => namesDefined(source))).toEqual([]);
      expect(problems(texts).filter(([, found]) => found.length)).toEqual([]);
    },
    patience,
  );
});

test("a column that is not there is a problem", () => {
  const language = languageOf("en");
  const [one] = totals();
  const [relation, whole] = ["opened", "opened_whole"];
  const sourceOf = (name: string) => one!.analysis.asTypescript(one!.request, null, name, language)!;
  const row = "{ at_start: number | null }";
  const [short, full] = problems([
    { title: "short", source: sourceOf(relation), relation, row },
    { title: "full", source: sourceOf(whole), relation: whole, row: "Record<string, number | null>" },
  ]);
  expect(short![1]).toContainEqual(expect.stringContaining("at_end"));
  expect(full![1]).not.toContainEqual(expect.stringContaining("at_end"));
});

/** The text of a cell, and the columns of the one table it reads. */
interface Text {
  readonly title: string;
  readonly source: string;
  readonly relation: string;
  readonly row: string;
}

/** What is wrong in each. All are cells of one notebook: to TypeScript the libraries cost more than a hundred cells. */
function problems(texts: readonly Text[]): (readonly [title: string, problems: string[]])[] {
  const cells = texts.map((_, i) => `cell-${i}`);
  notebook.update({
    order: cells,
    texts: texts.map(({ source }, i) => [cells[i]!, source]),
    surroundings: {
      relations: texts.map(({ relation: name, row }) => ({ name, row })),
      values: [],
      analyses: [],
    },
  });
  return texts.map(({ title, source }, i) => [
    title,
    problemsOf(notebook, cells[i]!).map(({ from, to, message }) => `${source.slice(from, to)}: ${message}`),
  ]);
}
