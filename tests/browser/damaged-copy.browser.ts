import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles, openPage, visitAgain } from "./open-page";

const rows = Array.from({ length: 200 }, (_, i) => `c${i},2024-01-${String((i % 28) + 1).padStart(2, "0")}`);
const sales = { name: "sales.csv", text: `customer,date\n${rows.join("\n")}\n` };

test("a copy with one other byte is not loaded: the file is asked for again", async () => {
  const first = await openPage();
  await dropFiles(first.page, sales);
  await expect.poll(() => countOf(first.page, "files")).toBe(1);
  await expect.poll(() => countOf(first.page, "notebooks")).toBe(1);
  await spoil(first.page);
  await first.page.close();

  const { page } = await visitAgain(first);
  await page.getByText("The copy of sales.csv kept in this browser is damaged").waitFor();
  await expect.poll(() => page.locator(".load.is-waiting").count()).toBe(1);
  await expect.poll(() => page.locator(".table-card").count()).toBe(0);
  await dropFiles(page, sales);
  await page.locator(".table-card").waitFor();
  await expect.poll(() => page.locator(".table-card").textContent()).toContain("200 rows");
});

/** Of the records that this browser holds. */
function countOf(page: Page, set: "files" | "notebooks"): Promise<number> {
  return page.evaluate(
    (set) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("ebb");
        opening.onsuccess = () => {
          const asked = opening.result.transaction(set).objectStore(set).count();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
    set,
  );
}

/** As a disk does it: behind the back of the page. */
function spoil(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("ebb");
      opening.onsuccess = () => resolve(opening.result);
    });
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const files = () => database.transaction("files", "readwrite").objectStore("files");
    const [record] = (await asked(files().getAll())) as { key: string; file: File }[];
    const bytes = new Uint8Array(await record!.file.arrayBuffer());
    bytes[bytes.length - 2] = 50;
    await asked(files().put({ ...record!, file: new File([bytes], record!.file.name) }, record!.key));
    database.close();
  });
}
