import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSheet, type OpenSheet } from "../open-sheet";
import { seriousFindings } from "../serious-findings";
import { attacks } from "../../cells/view/output/attacks";

/** What cells return, on the sheet of parts and under Ebb's own security policy. */
let sheet: OpenSheet;
beforeAll(async () => void (sheet = await openSheet("parts")));
afterAll(() => sheet.close());

async function open(
  only: string,
  { theme = "light", lang = "en", width = 1100, live = "yes" } = {},
): Promise<Page> {
  const page = await sheet.newPage({ viewport: { width, height: 1000 } });
  page.on(
    "framenavigated",
    (frame) => frame.url().startsWith(sheet.url) || sheet.trouble.push(`went to ${frame.url()}`),
  );
  await page.goto(`${sheet.url}index.html?part=output&only=${only}&theme=${theme}&lang=${lang}&live=${live}`);
  await page.waitForSelector(".output");
  return page;
}

describe("hostile output", () => {
  test("runs nothing, loads nothing, opens nothing, whatever is clicked", async () => {
    const page = await open("attacks");
    await expect.poll(() => page.locator(".output-tree").count()).toBe(Object.keys(attacks).length + 1);
    await page.waitForTimeout(500);
    for (const link of await page.locator(".output-tree a, .output-tree button, .output-tree label").all()) {
      const box = await link.boundingBox();
      if (box?.width && box.height) await link.click({ force: true, timeout: 2000 });
      else await link.dispatchEvent("click");
      await page.keyboard.press("Enter");
    }
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBe(undefined);
    expect(page.url()).toContain("part=output");
    expect(sheet.trouble).toEqual([]);
    await page.context().close();
  });

  test("stays in its box", async () => {
    const page = await open("attacks");
    const outside = await page.$$eval(".output-tree", (boxes) =>
      boxes.flatMap((box) => {
        const { left, top, width, height } = box.getBoundingClientRect();
        const points = [
          [left - 3, top + height / 2],
          [left + width + 3, top + height / 2],
          [left + width / 2, top - 3],
        ];
        return points.filter(([x, y]) => box.contains(document.elementFromPoint(x!, y!)));
      }),
    );
    expect(outside).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1100);
    const covers = await page.$$eval(".output-tree *", (all) =>
      all.filter((one) => /fixed|sticky/.test(getComputedStyle(one).position)).map((one) => one.outerHTML),
    );
    expect(covers).toEqual([]);
    await page.context().close();
  });
});

describe("a figure", () => {
  test("has words for whoever cannot see it, in both languages", async () => {
    const page = await open("figure");
    await page
      .getByRole("img", {
        name: /^Share of customers lost\. .* Line chart of 72 points .*January 2023 to December 2024/,
      })
      .waitFor();
    const other = await open("figure", { lang: "ru" });
    await other
      .getByRole("img", { name: /Линейный график: 72 точки.*январь 2023 г\. — декабрь 2024 г\./ })
      .waitFor();
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test("answers the pointer with a tip", async () => {
    const page = await open("figure");
    const box = (await page.locator(".output-tree").first().boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 200);
    await page.mouse.move(box.x + 420, box.y + 205, { steps: 8 });
    await page.locator('.output-tree [aria-label="tip"] path').first().waitFor();
    await page.locator(".output-tree").first().getByText("month").first().waitFor();
    await page.context().close();
  });

  test.each(["light", "dark"])("is saved with its legend, %s", async (theme) => {
    const page = await open("figure", { theme });
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "SVG" }).first().click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe("Share-of-customers-lost.svg");
    const svg = readFileSync(await file.path(), "utf8");
    expect(svg).toContain(">basic</text>");
    expect(svg).toContain("Line chart of 72 points");
    expect(svg).not.toMatch(/var\(|<style/);
    const picture = page.waitForEvent("download");
    await page.getByRole("button", { name: "PNG" }).first().click();
    const png = readFileSync(await (await picture).path());
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * 900);
    await page.context().close();
  });

  test("shows its rows, and says when it draws too many marks", async () => {
    const page = await open("figure");
    await page.getByText("Show data").first().click();
    await page.getByRole("gridcell", { name: "2023-01-01" }).first().waitFor();
    await page.getByText("48,211 marks are drawn").waitFor();
    await page.getByRole("button", { name: "Bin it" }).waitFor();
    await page.context().close();
  });

  test("of ten thousand marks is on the page in a moment", async () => {
    const page = await open("html");
    const times = await page.evaluate(() => {
      const { drawMany } = window as unknown as { drawMany: () => number };
      return [drawMany(), drawMany(), drawMany()];
    });
    const ms = Math.min(...times);
    // Measured at about 120 ms; a busy machine is slower, a square of the number of marks would be minutes.
    expect(ms).toBeLessThan(1500);
    await page.context().close();
  });
});

test("values open, close and fetch by keyboard alone", async () => {
  const page = await open("values");
  const customer = page.getByRole("tree").nth(1);
  await customer.getByRole("treeitem").first().focus();
  await expect.poll(() => customer.getByRole("treeitem").count()).toBe(12);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => customer.getByRole("treeitem").count()).toBe(14);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => customer.getByRole("treeitem").count()).toBe(1);
  const rows = page.getByRole("tree").nth(2);
  await rows.getByRole("treeitem").first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("42 more");
  await page.keyboard.press("Enter");
  await expect.poll(() => rows.getByRole("treeitem").count()).toBe(73);
  await page.getByRole("button", { name: "Show as table" }).click();
  await page.getByRole("gridcell", { name: "2023-01-01" }).first().waitFor();
  await page.context().close();
});

test("a link out of the page shows its address and waits", async () => {
  const page = await open("html");
  await page.getByRole("link", { name: "link" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("The code made this link").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".output-link").count()).toBe(0);
  await page.context().close();
});

describe.each(["light", "dark"])("axe finds nothing serious, %s", (theme) => {
  test.each(["figure", "values", "html"])("%s", async (only) => {
    const page = await open(only, { theme });
    await page.waitForTimeout(500);
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });
});

test("a narrow page does not scroll sideways", async () => {
  const page = await open("figure,values,html", { width: 360, live: "no", lang: "ru" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});

test("nothing was asked of a foreign address, and nothing went wrong", () => {
  expect(sheet.trouble).toEqual([]);
});
