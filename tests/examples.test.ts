import { beforeAll, describe, expect, test, vi } from "vitest";
import { saas } from "../examples/notebooks/saas";
import { saasRu } from "../examples/notebooks/saas-ru";
import { shop } from "../examples/notebooks/shop";
import { shopRu } from "../examples/notebooks/shop-ru";
import { readNotebook, writeNotebook, type Notebook } from "../src/cells/model";
import type { Database } from "../src/engine";
import { openTestDatabase } from "./engine/open-database";
import { exampleText, openStory, runNotebook } from "./examples/open-example";
import { expectSaas, expectShop, type Saas, type Shop } from "./examples/planted";

const { generate } = await vi.importActual<{ generate(): Record<string, string> }>(
  "../examples/generate.mjs",
);

test.each(Object.entries(generate()))(
  "generating examples/%s again gives the committed text",
  (path, text) => {
    expect(exampleText(path) === text).toBe(true);
  },
);

describe.each([
  ["saas", "saas", saas],
  ["saas.ru", "saas", saasRu],
  ["shop", "shop", shop],
  ["shop.ru", "shop", shopRu],
])("the notebook examples/%s.ipynb", (title, data, story) => {
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

  test("runs, and finds what was planted", async () => {
    const found = await runNotebook(database, notebook);
    const planted: unknown = JSON.parse(exampleText(`${data}/planted.json`));
    if (data === "saas") expectSaas(found, planted as Saas);
    else expectShop(found, planted as Shop);
  });
});
