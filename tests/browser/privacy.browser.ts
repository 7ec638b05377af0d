import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { hostileFiles } from "../cells/model/hostile/hostile-notebooks";
import { tableNameFor } from "../../src/engine/data/table-name";
import { dropBytes } from "./drop-bytes";
import { everyFormat } from "./every-format";
import { dropFiles } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

/** Place and colours of what is not the stranger's. */
function lookOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const { x, y, height } = document.querySelector(".topbar")!.getBoundingClientRect();
    const { backgroundColor, color, fontFamily, display } = getComputedStyle(document.body);
    const at = document.elementFromPoint(60, y + height / 2)?.closest("header")?.className;
    return { x, y, height, backgroundColor, color, fontFamily, display, at, base: document.baseURI };
  });
}

/** In the page: what has got in that must not. */
function trespasses(): string[] {
  const found: string[] = "broken" in window ? ["a script ran"] : [];
  const own = document.querySelector("#root")!;
  if (document.querySelectorAll("#root, #page").length !== 2) found.push("a second root");
  const forbidden =
    "script, iframe, frame, object, embed, applet, form, link, meta, base, style, math, template, marquee";
  const inside = own.querySelectorAll(
    `:is(${forbidden}, foreignObject, animate, x-y, video, audio, [name], [style*="url("])`,
  );
  for (const one of inside) found.push(one.outerHTML.slice(0, 200));
  for (const one of own.querySelectorAll("*"))
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name)) found.push(`${one.tagName} ${name}`);
      const isAddress = /^(?:src|href|xlink:href|action|data|poster|srcset|background|formaction)$/i.test(
        name,
      );
      const isKept =
        name === "href" && one.tagName === "A" ? /^(?:https?|mailto):|^#/ : /^(?:data:image\/|blob:|#)/;
      if (isAddress && !isKept.test(value)) found.push(`${one.tagName} ${name}=${value.slice(0, 100)}`);
    }
  return found;
}

const attempts = [
  "select * from read_csv('https://example.com/leak.csv?secret=1')",
  "select * from 'https://example.com/leak.csv'",
  "from read_parquet('https://example.com/leak.parquet')",
  "select * from read_json('https://example.com/x.json')",
  "select * from glob('*')",
  "from read_text('/etc/passwd')",
];

describe("nothing leaves", () => {
  test("a file of every format is read without asking anybody for anything", async () => {
    const { page, foreign, errors } = await newNotebook();
    const files = await everyFormat();
    await dropBytes(page, ...files);
    await expect
      .poll(() => page.locator(".table-name .code").allTextContents(), { timeout: 60_000 })
      .toEqual(files.map(({ name }) => tableNameFor(name, [])));
    // Also what reads them only when they are looked at or written.
    await page
      .getByRole("region", { name: "shop", exact: true })
      .getByText("other tables in this file")
      .waitFor();
    await expect.poll(() => page.locator(".load.is-failed").count()).toBe(0);
    expect([...foreign, ...errors]).toEqual([]);
  });

  test("SQL cannot reach any address or file", async () => {
    const { page, foreign } = await newNotebook();
    await dropFiles(page, { name: "events.csv", text: "user,time\n1,2024-01-01\n2,2024-01-02\n" });
    await page.getByRole("heading", { name: /^events/ }).waitFor();
    for (const attempt of attempts) {
      await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
      await page.locator(".monaco-editor").waitFor();
      await page.keyboard.insertText(attempt);
      await page.keyboard.press("Control+Enter");
      const cell = page.locator("[data-cell].is-selected");
      await cell.locator(".status-mark.is-failed").waitFor();
      await page.keyboard.press("Escape");
    }
    expect(foreign).toEqual([]);
  });

  test("a notebook's text and saved results load nothing and run nothing", async () => {
    const { page, foreign, errors } = await newNotebook();
    const hostile = `# hi <img src="https://example.com/a.png" onerror="window.broken=1">
![x](https://example.com/b.png) <script>window.broken=1</script> <iframe src="https://example.com"></iframe>
<style>body{background:url(https://example.com/c.png)}</style> <svg onload="window.broken=1"></svg>
[click](javascript:window.broken=1)`;
    const cell = (extra: object) => ({ id: "a1", metadata: {}, source: hostile, ...extra });
    const notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { title: hostile },
      cells: [
        cell({ cell_type: "markdown" }),
        cell({
          id: "a2",
          cell_type: "code",
          execution_count: null,
          metadata: { ebb: { kind: "sql", name: '"><script>window.broken=1</script>' } },
          outputs: [
            {
              output_type: "display_data",
              metadata: {},
              data: { "text/html": hostile, "image/svg+xml": hostile },
            },
          ],
        }),
      ],
    };
    await dropFiles(page, { name: "hostile.ipynb", text: JSON.stringify(notebook) });
    await page.locator("[data-cell]").nth(1).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate(() => (window as { broken?: number }).broken)).toBeUndefined();
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("files of a stranger with script in every field run nothing, ask for nothing and leave the page as it looks", async () => {
    const { page, foreign, errors } = await newNotebook();
    // The bar at the top is as it is with any notebook.
    await dropFiles(page, { name: "plain.sql", text: "select 1; select 2" });
    await page.locator("[data-cell]").nth(1).waitFor();
    const look = await lookOf(page);
    for (const { name, text } of hostileFiles) {
      const before = await page.locator("[data-cell]").first().getAttribute("data-cell");
      await dropFiles(page, { name, text });
      const isRefused = /^(bare|page)/.test(name);
      if (isRefused) await page.locator(".notice", { hasText: name }).waitFor();
      else
        await expect
          .poll(() => page.locator("[data-cell]").first().getAttribute("data-cell"))
          .not.toBe(before);
      await page.locator(".markdown").or(page.locator(".cell-foreign, .cell.is-sql")).first().waitFor();
      await page.waitForTimeout(200);
      expect(await page.evaluate(trespasses), name).toEqual([]);
      expect(await lookOf(page), name).toEqual(look);
    }
    expect(foreign).toEqual([]);
    // Of a page that is opened as a file Chromium tells that its own rules have kept handlers and bases from working.
    const told = /^(?:Executing inline event handler|Setting the document's base URI) .*has been blocked/s;
    expect(errors.filter((error) => !told.test(error))).toEqual([]);
  }, 120_000);

  test("the page's rules hold: fetch, image and socket to elsewhere are refused", async () => {
    const { page } = await newNotebook();
    const refused = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        violations.push(event.effectiveDirective),
      );
      await fetch("https://example.com/").catch(() => undefined);
      new Image().src = "https://example.com/x.png";
      new WebSocket("wss://example.com/");
      await new Promise((resolve) => setTimeout(resolve, 300));
      return violations;
    });
    expect(refused).toEqual(expect.arrayContaining(["connect-src", "img-src"]));
    // The counter says what the browser stopped, and that nothing went out.
    await page.getByRole("button", { name: "On this computer only" }).click();
    await expect.poll(() => page.locator(".counter strong").textContent()).toBe("0");
  });
});
