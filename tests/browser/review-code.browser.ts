import { expect, test } from "vitest";
import { ranCell } from "./cells";
import { dropFiles } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const heavy = "select count(*)::varchar from range(1000000000000) a where a.range % 7 = 3";
const stranger = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [
    { cell_type: "markdown", id: "prose", metadata: {}, source: "${width} ${(() => { for (;;) {} })()}" },
    {
      cell_type: "code",
      id: "choice",
      metadata: {
        ebb: {
          kind: "input",
          name: "who",
          label: "",
          control: { form: "select", options: { from: "query", sql: heavy } },
          value: null,
        },
      },
      execution_count: null,
      source: "",
      outputs: [],
    },
    {
      cell_type: "code",
      id: "query",
      metadata: { ebb: { kind: "sql", name: "q" } },
      execution_count: null,
      source: "pivot (select range % 5 as r from range(300000000000)) on r using count(*)",
      outputs: [],
    },
    {
      cell_type: "code",
      id: "code",
      metadata: { ebb: { kind: "typescript" } },
      execution_count: null,
      source: "q",
      outputs: [],
    },
  ],
});

test("a notebook that is opened asks the database for nothing: a file is read at once", async () => {
  const { page, errors, foreign } = await newNotebook();
  await dropFiles(page, { name: "stranger.ipynb", text: stranger });
  await page.locator("[data-cell=code]").waitFor();
  // Longer than the pause after which columns of queries are looked for.
  await page.waitForTimeout(1500);
  await dropFiles(page, { name: "events.csv", text: "user_id,time\nu1,2024-01-01\n" });
  await page.getByRole("heading", { name: /^events/ }).waitFor({ timeout: 15_000 });
  await expect.poll(() => page.locator("[data-cell] .status-mark.is-running").count()).toBe(0);
  await page.getByRole("button", { name: "Ask for the choices" }).waitFor();
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
});

async function withEvents() {
  const { page } = await newNotebook();
  await dropFiles(page, { name: "events.csv", text: "user_id,time\nu1,2024-01-01\n" });
  await page.getByRole("heading", { name: /^events/ }).waitFor();
  return page;
}

test("SQL reads the rows that a view has now, prose says what its words mean now", async () => {
  const page = await withEvents();
  await ranCell(
    page,
    "TypeScript",
    `const button = html\`<button>one more</button>\`;
(button as any).value = [{ a: 1 }];
button.addEventListener("click", () => {
  (button as any).value = [...(button as any).value, { a: 1 }];
  button.dispatchEvent(new Event("input", { bubbles: true }));
});
const picked = view(button);`,
  );
  const counted = await ranCell(page, "SQL", "select count(*) as n from picked");
  const prose = await ranCell(page, "Text", "${picked.length} of ${9007199254740993n}");
  await page.keyboard.press("Escape");
  for (const n of ["2", "3"]) {
    await page.getByRole("button", { name: "one more", exact: true }).click();
    await expect.poll(() => counted.getByRole("gridcell").allTextContents()).toContain(n);
  }
  await prose.getByText("3 of 9,007,199,254,740,993").waitFor();
});

test("an expression in prose may ask the database, and knows the width", async () => {
  const page = await withEvents();
  const prose = await ranCell(page, "Text", "It is ${(await sql`select 42 as n`).get(0).n}, ${width > 100}");
  await page.keyboard.press("Escape");
  await prose.getByText("It is 42, true").waitFor();
});
