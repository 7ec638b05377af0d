import { beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { dropFiles } from "./open-page";
import { sharedPage } from "./shared-page";

const events = `user_id,time,event,seconds
1,2024-01-03 10:00:00,buy,60
1,2024-02-10 11:00:00,buy,30
2,2024-01-20 12:00:00,login,10
2,2024-03-20 12:00:00,buy,90
`;

const cells = (page: Page) => page.locator("[data-cell]").count();
const selected = (page: Page) => page.locator("[data-cell].is-selected").getAttribute("data-cell");
const focusInCell = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches("[data-cell].is-selected") ?? false);

const newNotebook = sharedPage();

async function withEvents(): Promise<Page> {
  const { page } = await newNotebook();
  await dropFiles(page, { name: "events.csv", text: events });
  await page.getByRole("heading", { name: /^events/ }).waitFor();
  return page;
}

/** Three cells, the middle one selected, nobody writing. */
async function threeCells(): Promise<Page> {
  const page = await withEvents();
  await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
  await page.locator(".monaco-editor").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("b");
  await page.keyboard.press("k");
  await page.locator("[data-cell]").nth(2).waitFor();
  return page;
}

async function withAnalysis(name: string): Promise<Page> {
  const page = await withEvents();
  await page.locator(".offer", { has: page.getByText(name, { exact: true }) }).click();
  await page.locator(".verdict-sentence").waitFor();
  return page;
}

describe("the name of a cell", () => {
  let page: Page;
  beforeAll(async () => {
    page = await threeCells();
  });
  const name = () => page.locator("[data-cell].is-selected").getByLabel("Name of the result");

  test("Enter takes it over and goes back to the cell", async () => {
    await name().fill("first");
    await name().press("Enter");
    await expect.poll(() => focusInCell(page)).toBe(true);
    await expect.poll(() => name().inputValue()).toBe("first");
  });

  test("Escape gives the old one back and takes nothing over", async () => {
    await name().fill("second");
    await name().press("Escape");
    await expect.poll(() => focusInCell(page)).toBe(true);
    await expect.poll(() => name().inputValue()).toBe("first");
    await page.keyboard.press("z");
    await expect.poll(() => name().inputValue()).toBe("");
    await page.keyboard.press("Shift+Z");
    await expect.poll(() => name().inputValue()).toBe("first");
  });

  test("letters in it are letters, and Ctrl+S saves with it", async () => {
    const before = await cells(page);
    await name().fill("");
    await name().pressSequentially("abddzjk");
    await expect.poll(() => cells(page)).toBe(before);
    const download = page.waitForEvent("download");
    await page.keyboard.press("Control+S");
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain("abddzjk");
  });
});

describe("command keys", () => {
  test("Caps Lock changes none of them", async () => {
    const page = await threeCells();
    const press = (key: string, shiftKey = false) =>
      page.evaluate(
        (init) =>
          document.activeElement!.dispatchEvent(
            new KeyboardEvent("keydown", { ...init, code: `Key${init.key.toUpperCase()}`, bubbles: true }),
          ),
        { key, shiftKey },
      );
    await press("A");
    await expect.poll(() => cells(page)).toBe(4);
    await press("Z");
    await expect.poll(() => cells(page)).toBe(3);
    // With Caps Lock on, Shift writes a small letter.
    await press("z", true);
    await expect.poll(() => cells(page)).toBe(4);
  });

  test("nothing happens to the cells while a panel is open under the focus", async () => {
    const page = await threeCells();
    const before = await selected(page);
    await page.getByRole("button", { name: "On this computer only" }).click();
    const panel = page.getByRole("dialog");
    await panel.waitFor();
    const keys = ["a", "b", "d", "d", "j", "k", "m", "ArrowDown", "z"];
    for (const key of keys) await page.keyboard.press(key);
    await panel.getByRole("heading").click();
    for (const key of keys) await page.keyboard.press(key);
    await expect.poll(() => cells(page)).toBe(3);
    await expect.poll(() => selected(page)).toBe(before);
    await expect.poll(() => page.locator(".is-markdown").count()).toBe(0);
  });

  test("Escape answers no, and only then closes the panel", async () => {
    const page = await withEvents();
    const chip = page.getByRole("button", { name: "On this computer only" });
    await expect
      .poll(async () => {
        await chip.click();
        const found = await page.getByRole("button", { name: "Erase everything" }).count();
        if (!found) await page.keyboard.press("Escape");
        return found;
      })
      .toBe(1);
    const erase = page.getByRole("button", { name: "Erase everything" });
    await erase.click();
    await page.getByRole("alertdialog").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("alertdialog").count()).toBe(0);
    await expect.poll(() => erase.evaluate((button) => button === document.activeElement)).toBe(true);
    await erase.click();
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect.poll(() => erase.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => chip.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("arrows stay in what scrolls by itself", async () => {
    const page = await withAnalysis("Attrition over time");
    await page.locator(".insert-bar.is-always").getByRole("button", { name: "SQL" }).click();
    await page.locator(".monaco-editor").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("All figures and tables").click();
    const first = await page.locator("[data-cell]").first().getAttribute("data-cell");
    await page.locator(".figure-table-scroll").first().focus();
    await expect.poll(() => selected(page)).toBe(first);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => selected(page)).toBe(first);
    await page.getByRole("tab", { name: "Result" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => selected(page)).toBe(first);
    await page.keyboard.press("j");
    await expect.poll(() => selected(page)).not.toBe(first);
  });
});

describe("holes of a sentence", () => {
  test("a date goes back with Undo, and Escape takes nothing over", async () => {
    const page = await withAnalysis("Attrition");
    const automatic = page.locator(".sentence").getByRole("button", { name: "the last complete day" });
    await automatic.click();
    const date = page.locator(".hole-date");
    await date.fill("2024-02-01");
    await date.press("Escape");
    await expect.poll(() => date.count()).toBe(0);
    await expect.poll(() => focusInCell(page)).toBe(true);

    await automatic.click();
    await date.fill("2024-02-01");
    await date.press("Enter");
    await expect.poll(() => date.inputValue()).toBe("2024-02-01");
    await date.fill("2024-03-01");
    await date.press("Escape");
    await expect.poll(() => date.inputValue()).toBe("2024-02-01");
    await date.fill("2024-03-01");
    await date.press("Enter");
    await page.keyboard.press("z");
    await expect.poll(() => date.inputValue()).toBe("2024-02-01");
    await page.keyboard.press("z");
    await expect.poll(() => date.count()).toBe(0);
  });

  test("a number goes back with Undo, and Escape takes nothing over", async () => {
    const page = await withAnalysis("Attrition over time");
    const hole = page.locator(".hole-number").first();
    const before = await hole.inputValue();
    await hole.fill("17");
    await hole.press("Escape");
    await expect.poll(() => hole.inputValue()).toBe(before);
    await hole.fill("17");
    await hole.press("Enter");
    await expect.poll(() => hole.inputValue()).toBe("17");
    await expect.poll(() => focusInCell(page)).toBe(true);
    await page.keyboard.press("z");
    await expect.poll(() => hole.inputValue()).toBe(before);
  });
});

test("conditions of the rule: what is not changed is not sent, and what is removed takes its own text along", async () => {
  const page = await withEvents();
  const undo = page.getByRole("button", { name: "Undo" });
  await page.locator(".data .rule .link").click();
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByRole("button", { name: "Add a condition" }).click();
  const values = page.getByRole("group", { name: "Only rows where" }).getByLabel("Value");
  await values.nth(0).fill("7");
  await values.nth(0).press("Enter");
  await values.nth(1).fill("9");
  await values.nth(1).press("Enter");
  await undo.click();
  await expect.poll(() => values.nth(1).inputValue()).toBe("0");
  const redo = page.getByRole("button", { name: "Redo" });
  // Going through a field unchanged is no step: what was undone can still be done again.
  await values.nth(0).focus();
  await page.keyboard.press("Tab");
  await values.nth(1).focus();
  await page.keyboard.press("Tab");
  await redo.click();
  await expect.poll(() => values.nth(1).inputValue()).toBe("9");
  await page.getByRole("button", { name: "Remove the condition" }).first().click();
  await expect.poll(() => values.count()).toBe(1);
  await expect.poll(() => values.first().inputValue()).toBe("9");
});

test("lines of a query or of prose that are pasted do not become a table; rows do", async () => {
  const page = await threeCells();
  const paste = async (text: string) => {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text);
    await page.keyboard.press("Control+V");
  };
  await paste("select user_id, time\nfrom events, other\n");
  await paste("Dear all,\nhere it is.\n");
  await page.waitForTimeout(300);
  await expect.poll(() => page.locator(".table-card, .load").count()).toBe(1);
  await paste("name\tplan\nAnn\tpro\n");
  await expect.poll(() => page.locator(".table-card").count()).toBe(2);
});

test("commands, several cells, find and replace, without a pointer", async () => {
  const page = await threeCells();
  const code = () => page.locator("[data-cell] .editor-text").allInnerTexts();
  await page.keyboard.press("Enter");
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.insertText("select 1\nfrom plans");
  // Monaco has uses of its own for these keys.
  await page.keyboard.press("Control+K");
  const field = page.getByRole("combobox", { name: "Commands" });
  await field.fill("shortcuts");
  await field.press("Enter");
  const shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await shortcuts.getByText("Ctrl+Shift+-").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Shift+Minus");
  await expect.poll(() => cells(page)).toBe(4);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowUp");
  await expect.poll(() => page.locator("[data-cell]:is(.is-selected, .is-among)").count()).toBe(2);

  await page.keyboard.press("Control+H");
  await page.getByRole("dialog", { name: "Find and replace" }).waitFor();
  await page.keyboard.type("S(\\w+)");
  await page.keyboard.press("Tab");
  await page.keyboard.type("$1");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const replace = page.getByRole("button", { name: "Replace 1 place" });
  await replace.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await code()).join("\n")).toContain("elect 1");
  expect((await code()).join("\n")).not.toContain("select 1");
  await page.keyboard.press("z");
  await expect.poll(async () => (await code()).join("\n")).toContain("select 1");

  // Both are selected still.
  await page.keyboard.press("Shift+M");
  await expect.poll(() => cells(page)).toBe(3);
  expect((await code()).join("\n")).toContain("select 1\n\nfrom plans");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await expect.poll(() => cells(page)).toBe(0);
  await page.keyboard.press("z");
  await expect.poll(() => cells(page)).toBe(3);
});
