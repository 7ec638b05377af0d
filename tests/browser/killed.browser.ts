import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { serve } from "../tools/serve.mjs";
import { lastingBrowser } from "./chromium";
import { dropFiles } from "./open-page";

/** EBB_KILLS=50 for a night. */
const kills = Number(process.env.EBB_KILLS ?? 3);

/** What was typed is written down within a second; another one for a machine that has other things to do. */
const mayBeLostMs = 2000;

const profile = mkdtempSync(join(tmpdir(), "ebb-killed-"));
let opened: BrowserContext | null = null;
const server = await serve(process.env.EBB_DIST ?? "dist");
afterEach(() => kill());
afterAll(async () => {
  await opened?.close().catch(() => undefined);
  await server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await lastingBrowser(profile);
  opened = context;
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(20_000);
  await page.goto(server.url);
  return { context, page };
}

/** All processes of the browser, without a word. */
function kill(): void {
  try {
    execFileSync("pkill", ["-9", "-f", profile]);
  } catch (error) {
    // Nobody there to be killed.
    if ((error as { status?: number }).status !== 1) throw error;
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function openText(page: Page, isNew: boolean): Promise<void> {
  const text = page.locator("[data-cell]").first();
  if (isNew) await page.getByRole("button", { name: "Start with an empty notebook" }).click();
  else {
    await text.click();
    await page.keyboard.press("Enter");
  }
  const field = page.locator(".monaco-editor textarea, .monaco-editor .native-edit-context").first();
  await field.waitFor({ state: "attached" });
  await page.keyboard.press("Control+End");
}

/** Types numbered words until the browser is gone; when each was there, ms since 1970. */
async function typeOn(page: Page, from: number): Promise<readonly number[]> {
  const typed: number[] = [];
  try {
    for (;;) {
      await page.keyboard.insertText(`word${from + typed.length} `);
      typed.push(Date.now());
      await pause(40);
    }
  } catch (error) {
    if (!/closed|crashed|disconnected/i.test(String(error))) throw error;
    return typed;
  }
}

const lastWord = async (page: Page) => {
  const words = (await page.locator("[data-cell]").first().textContent())?.match(/word\d+/g) ?? [];
  // None is missing in between, and none is cut.
  expect(words.map((word) => Number(word.slice(4)))).toEqual(words.map((_, i) => i));
  return words.length;
};

describe("the browser is killed", () => {
  test(
    `${kills} times at any moment while somebody types: no more than the last moment is lost`,
    async () => {
      let there = 0;
      for (let round = 0; round < kills; round++) {
        const { page } = await start();
        await openText(page, there === 0);
        const typing = typeOn(page, there);
        await pause(1500 + Math.random() * 2500);
        const killed = Date.now();
        kill();
        const typed = await typing;
        const sure = there + typed.filter((at) => at < killed - mayBeLostMs).length;
        const again = await start();
        if (sure > 0)
          await again.page
            .locator("[data-cell]", { hasText: `word${sure - 1}` })
            .first()
            .waitFor();
        there = await lastWord(again.page);
        expect(there).toBeGreaterThanOrEqual(sure);
        await again.context.close();
      }
      expect(there).toBeGreaterThan(0);
    },
    60_000 + kills * 30_000,
  );

  test("while a file is read: tables that were there come back whole, the other one whole or not at all", async () => {
    const { page } = await start();
    await dropFiles(page, { name: "orders.csv", text: "customer,date\nann,2024-01-03\nbob,2024-01-04\n" });
    await page.getByRole("heading", { name: /^orders 2 rows/ }).waitFor();
    await pause(1500);
    await page.evaluate(() => {
      const file = new File([`id,at\n${"12345,2024-01-03 10:00:00\n".repeat(1_500_000)}`], "big.csv");
      const data = new DataTransfer();
      data.items.add(file);
      for (const type of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
        );
    });
    await page.locator(".load progress").waitFor();
    await pause(150);
    kill();
    const { page: again, context } = await start();
    await again.getByRole("heading", { name: /^orders 2 rows/ }).waitFor();
    await pause(1000);
    const headings = await again.locator(".table-card h3").allTextContents();
    for (const heading of headings.filter((one) => one.startsWith("big")))
      expect(heading).toContain("1,500,000");
    await context.close();
  }, 90_000);
});
