import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles, openPage, picture, visitAgain } from "./open-page";

async function newNote(page: Page, text: string): Promise<void> {
  page.setDefaultTimeout(15_000);
  const begin = page.getByRole("button", { name: "Start with an empty notebook" });
  const more = page.locator(".insert-bar.is-always").getByRole("button", { name: "Text" });
  await begin.or(more).first().click();
  await page
    .locator(".monaco-editor textarea, .monaco-editor .native-edit-context")
    .first()
    .waitFor({ state: "attached" });
  await page.keyboard.insertText(text);
}

/** Everything that is written down in this browser, as text. */
function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("ebb");
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("texts").objectStore("texts").getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result as string[]);
          };
        };
      }),
  );
}

const isKept = (page: Page, words: string) =>
  expect
    .poll(() => keptTexts(page).then((texts) => texts.some((text) => text.includes(words))), {
      timeout: 10_000,
    })
    .toBe(true);

async function openFromList(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "Notebooks on this computer" }).click();
  await page.locator(".kept-list").getByRole("button", { name: title }).first().click();
}

async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  return readFileSync(await download.path(), "utf8");
}

/** A notebook file with one text cell. */
function fileOf(words: string, { id = "samenotebook", version = 1 } = {}): { name: string; text: string } {
  const cell = { cell_type: "markdown", id: "one", metadata: {}, source: [words] };
  const metadata = { title: "Churn", ebb: { version, id } };
  return {
    name: "churn.ipynb",
    text: JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }),
  };
}

const shows = (page: Page, words: string) =>
  page.locator("[data-cell]", { hasText: words }).first().waitFor();

describe("what was typed is not lost", () => {
  test("a page closed at once after typing comes back with every word, whether it was kept before or not", async () => {
    const first = await openPage();
    await newNote(first.page, "first words");
    await first.page.close();

    const second = await visitAgain(first);
    await shows(second.page, "first words");
    await isKept(second.page, "first words");
    await newNote(second.page, "second words");
    await second.page.close();

    const third = await visitAgain(first);
    await shows(third.page, "first words");
    await shows(third.page, "second words");
    expect([...first.errors, ...second.errors, ...third.errors]).toEqual([]);
  });

  test("a reload at once after typing too", async () => {
    const { page } = await openPage();
    await newNote(page, "before the reload");
    await page.reload();
    await shows(page, "before the reload");
  });

  test("who types without a pause is written down all the same", async () => {
    const { page } = await openPage();
    await newNote(page, "begin");
    const isWritten = async () => (await keptTexts(page)).join().includes("beginxxxxx");
    let keys = 0;
    // A key every tenth of a second, and no waiting in between: until it is written down.
    for (; keys < 100 && !(await isWritten()); keys += 1) await page.keyboard.type("x", { delay: 100 });
    expect(keys).toBeLessThan(100);
  });

  test("a file dropped right after the start is not swept away by the notebook of last time", async () => {
    const first = await openPage();
    await newNote(first.page, "last time");
    await isKept(first.page, "last time");
    await first.page.close();
    const { page } = await visitAgain(first);
    await dropFiles(page, { name: "orders.csv", text: "customer,date\nann,2024-01-03\n" });
    await page.getByRole("heading", { name: /^orders/ }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await page.getByRole("heading", { name: /^orders/ }).waitFor();
    // Whichever came first, both are there.
    await isKept(page, "last time");
    await isKept(page, "orders.csv");
  });

  test("changes in a notebook of a newer version are kept beside it", async () => {
    const { page } = await openPage();
    await dropFiles(page, fileOf("from the future", { version: 99 }));
    await page.getByText("Read only").waitFor();
    await newNote(page, "from today");
    await page.reload();
    await shows(page, "from the future");
    await shows(page, "from today");
    expect((await keptTexts(page)).some((text) => text.includes("samenotebook"))).toBe(false);
  });

  test("erasing everything erases the last words too", async () => {
    const first = await openPage();
    const { page } = first;
    await newNote(page, "not for others");
    await page.getByRole("button", { name: "On this computer only" }).click();
    const kept = page.getByRole("dialog");
    await kept.getByRole("button", { name: "Erase everything" }).click();
    await kept.getByRole("button", { name: "Yes, erase" }).click();
    await kept.getByText("Nothing is kept yet").waitFor();
    await page.close();
    const again = await visitAgain(first);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await expect.poll(() => again.page.locator("[data-cell]").count()).toBe(0);
    expect(await again.page.evaluate(() => JSON.stringify(localStorage))).not.toContain("not for others");
  });
});

describe("two tabs", () => {
  test("the second begins a notebook of its own, and neither writes over the other", async () => {
    const first = await openPage();
    await newNote(first.page, "in the first tab");
    await isKept(first.page, "in the first tab");
    const second = await visitAgain(first);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await expect.poll(() => second.page.locator("[data-cell]").count()).toBe(0);
    await newNote(second.page, "in the second tab");
    await isKept(second.page, "in the second tab");
    await isKept(second.page, "in the first tab");

    await openFromList(second.page, /./);
    await second.page.getByText("open in another tab").waitFor();
    await shows(second.page, "in the second tab");

    await first.page.close();
    await second.page.keyboard.press("Escape");
    await openFromList(second.page, /./);
    await shows(second.page, "in the first tab");
  });

  test("a file that another tab has open is opened as a copy", async () => {
    const first = await openPage();
    await dropFiles(first.page, fileOf("shared words"));
    await shows(first.page, "shared words");
    const second = await visitAgain(first);
    await dropFiles(second.page, fileOf("shared words"));
    await second.page.getByText("so this is a copy").waitFor();
    await shows(second.page, "shared words");
    expect(JSON.parse(await save(second.page)).metadata.ebb.id).not.toBe("samenotebook");
  });
});

describe("a file and what is kept of it", () => {
  test("an older file does not destroy newer work", async () => {
    const { page } = await openPage();
    await dropFiles(page, fileOf("as in the file"));
    await shows(page, "as in the file");
    await newNote(page, "newer work");
    await dropFiles(page, fileOf("as in the file"));
    await page.getByText("This browser had another version of churn.ipynb").waitFor();
    await expect.poll(() => page.locator("[data-cell]", { hasText: "newer work" }).count()).toBe(0);
    await openFromList(page, /Churn \(/);
    await shows(page, "newer work");
    await dropFiles(page, fileOf("as in the file"));
    await page.locator("[data-cell]", { hasText: "newer work" }).waitFor({ state: "detached" });
    await expect.poll(() => page.getByText("This browser had another version").count()).toBe(0);
  });

  test("after a reload the page knows whether everything is in the file", async () => {
    const { page } = await openPage();
    const state = page.locator(".topbar-state");
    await newNote(page, "one");
    await save(page);
    await page.getByText(/^Saved to/).waitFor();
    await page.reload();
    await shows(page, "one");
    await expect.poll(() => state.textContent(), { timeout: 20_000 }).toMatch(/^Saved to/);
    await newNote(page, "two");
    await page.reload();
    await shows(page, "two");
    await expect.poll(() => state.textContent(), { timeout: 20_000 }).toBe("Unsaved changes");
  });
});

describe("versions and deleted cells", () => {
  test("a named version is looked at and brought back, undo takes it back; a deleted cell outlives a reload", async () => {
    const opened = await openPage();
    const { page, errors } = opened;
    await newNote(page, "as it was");
    await page.keyboard.press("Escape");
    const open = async () => {
      await page.getByRole("button", { name: "Version history" }).click();
      return page.getByRole("dialog", { name: "Versions and deleted cells" });
    };
    let history = await open();
    await history.getByLabel("Keep this version as").fill("first");
    await page.keyboard.press("Enter");
    await history.getByRole("button", { name: /first/ }).waitFor();
    await page.keyboard.press("Escape");
    await history.waitFor({ state: "detached" });

    await newNote(page, "came later");
    await page.keyboard.press("Escape");
    await page.locator("[data-cell]", { hasText: "as it was" }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await page.locator("[data-cell]", { hasText: "as it was" }).waitFor({ state: "detached" });
    await isKept(page, "came later");
    await page.reload();
    await shows(page, "came later");

    history = await open();
    await history.getByRole("button", { name: /first/ }).click();
    await history.getByText("gone").waitFor();
    await picture(page, "history");
    await history.getByRole("button", { name: "Bring this version back" }).click();
    await shows(page, "as it was");
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(1);
    await page.getByRole("button", { name: "Undo: an older version" }).click();
    await shows(page, "came later");
    await expect.poll(() => page.locator("[data-cell]").count()).toBe(1);

    history = await open();
    // What stood here before is a version too: it is the one that was opened after the reload.
    await history.getByText("as it was opened").waitFor();
    await history.getByRole("button", { name: "Put back" }).click();
    await page.keyboard.press("Escape");
    await shows(page, "as it was");
    await expect
      .poll(() => page.locator("[data-cell]").allTextContents())
      .toMatchObject([expect.stringContaining("as it was"), expect.stringContaining("came later")]);
    expect(errors).toEqual([]);
  });
});
