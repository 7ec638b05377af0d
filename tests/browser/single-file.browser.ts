import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Download, Page } from "playwright-core";
import { theBrowser } from "./chromium";
import { dropFiles, openPage, picture } from "./open-page";
import { orders } from "./orders";
import { leakAttempts } from "./sandbox/leak-attempts";
import { listen, type Listener } from "./sandbox/listener";

const folder = mkdtempSync(join(tmpdir(), "ebb-single-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cell = `const rows = await sql\`select count(*)::integer as n, count(distinct customer)::integer as c from orders\`;
display([...rows].map(({ n, c }) => n + " rows of " + c + " customers").join());`;

/** A stranger's cell, which tries what the sandbox's own tests try; `import` is refused before anything runs. */
function trying({ address, socketAddress }: Listener): string {
  // Those that change what all code stands on would stop the others.
  const apart = Object.keys(leakAttempts).indexOf("an address in an error");
  const attempts = Object.entries(leakAttempts)
    .slice(0, apart)
    .filter(([, attempt]) => !/\bimport\b/.test(attempt));
  expect(attempts.length).toBeGreaterThan(50);
  const all = attempts.map(([name, attempt]) => `${JSON.stringify(name)}: async () => { ${attempt} },`);
  return `const to: any = ${JSON.stringify(address)}, ws: any = ${JSON.stringify(socketAddress)};
const ways: Record<string, () => Promise<unknown>> = {
${all.join("\n")}
  parent: () => (globalThis as any).parent.document.title,
  storage: () => (globalThis as any).localStorage.length,
};
const pause = () => new Promise((done) => setTimeout(done, 400));
const tried = await Promise.all(Object.values(ways).map((way) =>
  Promise.race([(async () => way())(), pause()]).catch(() => undefined)));
display(tried.length + " ways tried");`;
}

async function answered(page: Page): Promise<string> {
  await dropFiles(page, { name: "orders.csv", text: orders });
  await page.locator(".offer", { has: page.getByText("Attrition", { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  return (await page.locator(".verdict-sentence").textContent())!;
}

async function kept(download: Download, name: string): Promise<string> {
  const path = join(folder, name);
  await download.saveAs(path);
  return pathToFileURL(path).href;
}

/** A page from the disk in a profile of its own, without a network. */
async function opened(address: string) {
  const context = await (await theBrowser()).newContext({ locale: "en-GB", acceptDownloads: true });
  await context.setOffline(true);
  const asked: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url());
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  await page.goto(address);
  return { page, asked, errors };
}

/** Twenty megabytes are packed once and opened twice: seconds alone, a minute beside others. */
describe("a notebook that is its own program", () => {
  test("is made on the page, opened from the disk without a network, reckons the same, and saves itself", async () => {
    const { page, foreign, errors } = await openPage();
    const verdict = await answered(page);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Share a copy" });
    await dialog.getByLabel("With results and data").check();
    const save = dialog.getByRole("button", { name: "Save the copy" });
    await dialog.getByText("Tick a table whose rows are to leave.").waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await dialog.getByRole("checkbox", { name: /^orders: / }).check({ timeout: 8000 });
    await dialog.getByText("Every row of these columns leaves").waitFor();
    await expect
      .poll(() => dialog.getByRole("status").textContent(), { timeout: 45_000 })
      .toMatch(/^The file has 1\d(\.\d)? MB/);
    await picture(page, "single-file-dialog");
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const address = await kept(download, "first.html");
    expect([...foreign, ...errors]).toEqual([]);
    await page.context().close();

    const first = await opened(address);
    await first.page.locator(".status-mark.is-saved").waitFor();
    await first.page.getByRole("heading", { name: /^orders/ }).waitFor();
    await expect.poll(() => first.page.locator(".status-mark.is-saved").count()).toBe(1);
    await first.page.getByText("Saved to first.html").waitFor();
    await first.page.getByRole("button", { name: "Run all" }).click();
    await first.page.locator(".status-mark.is-fresh").waitFor();
    await expect.poll(() => first.page.locator(".verdict-sentence").textContent()).toBe(verdict);
    await first.page.locator(".insert-bar.is-always").getByRole("button", { name: "TypeScript" }).click();
    await first.page.locator(".monaco-editor").waitFor();
    await first.page.keyboard.insertText(cell);
    await first.page.keyboard.press("Control+Enter");
    const told = "7 rows of 4 customers";
    await first.page.getByText(told).waitFor();
    await picture(first.page, "single-file");
    const [copy] = await Promise.all([
      first.page.waitForEvent("download"),
      first.page.keyboard.press("Control+s"),
    ]);
    expect(copy.suggestedFilename()).toBe("first.html");
    const again = await kept(copy, "second.html");
    expect(first.asked).toEqual([address]);
    expect(first.errors).toEqual([]);
    await first.page.context().close();

    const second = await opened(again);
    await second.page.getByText(told).waitFor();
    await expect.poll(() => second.page.locator(".status-mark.is-saved").count()).toBe(2);
    await second.page.getByRole("heading", { name: /^orders/ }).waitFor();
    await second.page.getByRole("button", { name: "Run all" }).click();
    await expect.poll(() => second.page.locator(".status-mark.is-fresh").count()).toBe(2);
    await expect.poll(() => second.page.locator(".verdict-sentence").textContent()).toBe(verdict);
    expect(second.asked).toEqual([again]);
    expect(second.errors).toEqual([]);

    const listener = await listen();
    await second.page.context().setOffline(false);
    await second.page.locator(".insert-bar.is-always").getByRole("button", { name: "TypeScript" }).click();
    await second.page.locator(".monaco-editor").waitFor();
    await second.page.keyboard.insertText(trying(listener));
    await second.page.keyboard.press("Control+Enter");
    await second.page.getByText(/\d+ ways tried/).waitFor();
    await second.page.waitForTimeout(300);
    expect(listener.visits).toEqual([]);
    await second.page.evaluate((to) => {
      new Image().src = to;
      navigator.sendBeacon(to);
    }, listener.address);
    await second.page.waitForTimeout(300);
    expect(listener.visits).toEqual([]);
    await listener.close();
    expect(second.page.url()).toBe(again);
  }, 180_000);
});
