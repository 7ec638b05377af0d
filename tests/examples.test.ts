import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Story } from "../examples/notebooks/cells";
import { levers } from "../examples/notebooks/levers";
import { leversRu } from "../examples/notebooks/levers-ru";
import { logos } from "../examples/notebooks/logos";
import { logosRu } from "../examples/notebooks/logos-ru";
import { saas } from "../examples/notebooks/saas";
import { saasRu } from "../examples/notebooks/saas-ru";
import { score } from "../examples/notebooks/score";
import { scoreRu } from "../examples/notebooks/score-ru";
import { shop } from "../examples/notebooks/shop";
import { shopRu } from "../examples/notebooks/shop-ru";
import { readNotebook, writeNotebook, type Notebook } from "../src/cells/model";
import type { Database } from "../src/engine";
import { openTestDatabase } from "./engine/open-database";
import { typeProblems } from "./examples/cell-types";
import { exampleText, openStory, runNotebook } from "./examples/open-example";
import {
  expectLevers,
  expectLogos,
  expectSaas,
  expectScore,
  expectShop,
  type Logos,
  type Saas,
  type Score,
  type Shop,
} from "./examples/planted";

const { generate } = await vi.importActual<{ generate(): Record<string, string> }>(
  "../examples/generate.mjs",
);

test.each(Object.entries(generate()))(
  "generating examples/%s again gives the committed text",
  (path, text) => {
    expect(exampleText(path) === text).toBe(true);
  },
);

const examples: [title: string, data: string, story: Story][] = [
  ["saas", "saas", saas],
  ["saas.ru", "saas", saasRu],
  ["shop", "shop", shop],
  ["shop.ru", "shop", shopRu],
  ["logos", "logos", logos],
  ["logos.ru", "logos", logosRu],
  ["score", "score", score],
  ["score.ru", "score", scoreRu],
  ["levers", "saas", levers],
  ["levers.ru", "saas", leversRu],
];
const stories = new Map(examples.map(([title, , story]) => [title, story]));

describe.each(examples)("the notebook examples/%s.ipynb", (title, data, story) => {
  let database: Database;
  let notebook: Notebook;
  beforeAll(async () => {
    database = await openTestDatabase();
    notebook = await openStory(database, story);
    return () => database.close();
  });

  test("is written from its story and its files", async () => {
    await expect(writeNotebook(notebook)).toMatchFileSnapshot(`../examples/${title}.ipynb`);
  });

  test("opens, and saves to the very same text", () => {
    const text = exampleText(`${title}.ipynb`);
    expect(writeNotebook(readNotebook(text).notebook)).toBe(text);
  });

  // A translation asks the same of the same data: its queries are run, its analyses have been.
  if (title.endsWith(".ru"))
    test("its queries run", async () => {
      const queries = notebook.cells.filter(({ kind }) => kind !== "analysis");
      const found = await runNotebook(database, { ...notebook, cells: queries });
      expect(found.size).toBeLessThanOrEqual(queries.length);
      expect(story.notebook.cells.filter(({ kind }) => kind === "analysis")).toEqual(
        stories.get(title.slice(0, -".ru".length))!.notebook.cells.filter(({ kind }) => kind === "analysis"),
      );
    });
  else
    test("runs, and finds what was planted", async () => {
      const found = await runNotebook(database, notebook);
      const planted: unknown = JSON.parse(exampleText(`${data}/planted.json`));
      if (title.startsWith("saas")) expectSaas(found, planted as Saas);
      else if (title.startsWith("logos")) expectLogos(found, planted as Logos);
      else if (title.startsWith("score")) expectScore(found, planted as Score);
      else if (title.startsWith("levers")) expectLevers(found, planted as Saas);
      else expectShop(found, planted as Shop);
    });

  test("has no underlined place once it has run: its code fits the columns that DuckDB gives", async () => {
    expect(await typeProblems(database, notebook)).toEqual([]);
  });
});

test("the Russian levers have no English words left where a person reads: comments, titles, labels", () => {
  const texts = leversRu.notebook.cells.flatMap((cell) =>
    cell.kind === "sql" || cell.kind === "typescript"
      ? [...cell.source.matchAll(/(?:(?:\/\/|--) |(?:title|caption|label): ["`]|aria-label="(?!\$))(.+)/g)]
      : cell.kind === "input"
        ? [[cell.label, cell.label]]
        : [],
  );
  expect(texts.length).toBeGreaterThan(20);
  const named = /^Wilson \(1927\)/;
  expect(texts.map(([, text]) => text!).filter((text) => !/[а-яё]/i.test(text) && !named.test(text))).toEqual(
    [],
  );
});
