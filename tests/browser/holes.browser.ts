import { expect, test } from "vitest";
import { dropFiles } from "./open-page";
import { seriousFindings } from "./serious-findings";
import { sharedPage } from "./shared-page";

const newNotebook = sharedPage();

const columns = Array.from({ length: 120 }, (_, i) => `extra_${i}`);
const people = ["customer,date,plan,city", ...Array.from({ length: 80 }, (_, i) => row(i))].join("\n");
const wide = [
  ["customer", "date", "plan", ...columns].join(","),
  ...Array.from({ length: 80 }, (_, i) =>
    [`c${i % 40}`, day(i), i % 2 ? "free" : "paid", ...columns.map(() => i % 3)].join(","),
  ),
].join("\n");

function row(i: number): string {
  return `c${i % 40},${day(i)},${i % 2 ? "free" : "paid"},${i % 3 ? "Oslo" : "Rome"}`;
}

function day(i: number): string {
  return new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
}

async function offered(text: string, title: string) {
  const opened = await newNotebook();
  const { page } = opened;
  await dropFiles(page, { name: "people.csv", text });
  await page.getByRole("heading", { name: /^people/ }).waitFor();
  await page.locator(".offer", { has: page.getByText(title, { exact: true }) }).click();
  return opened;
}

test("what must be chosen is asked for in words, and one click leads to its hole", async () => {
  const { page, errors } = await offered(people, "Regrettable attrition");
  await page.getByText(/^Nothing is chosen yet:/).waitFor();
  await expect
    .poll(() => page.locator(".status").first().textContent())
    .toContain("something is to be chosen");
  await page.getByRole("button", { name: "Choose it in the sentence" }).click();
  const hole = page.locator("select.hole.is-open");
  await expect.poll(() => hole.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => hole.locator("optgroup").count()).toBeGreaterThan(1);
  await hole.selectOption("plan");
  await page.getByText(/^Nothing is chosen yet:/).waitFor({ state: "detached" });
  expect(await seriousFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test("of a wide table a column is found by typing; what is no column stays, marked", async () => {
  const { page, errors } = await offered(wide, "Regrettable attrition");
  const hole = page.locator("input.hole.is-open");
  await hole.waitFor();
  await hole.pressSequentially("extra_");
  await hole.press("Enter");
  await expect.poll(() => hole.getAttribute("aria-invalid")).toBe("true");
  await expect.poll(() => hole.inputValue()).toBe("extra_");
  await page.getByText(/^Nothing is chosen yet:/).waitFor();
  await hole.fill("");
  const typed = page.locator("input.hole-typed").first();
  await typed.focus();
  await typed.pressSequentially("plan");
  await typed.press("Enter");
  await page.getByText(/^Nothing is chosen yet:/).waitFor({ state: "detached" });
  await expect.poll(() => page.locator("input.hole-column").first().inputValue()).toBe("plan");
  expect(errors).toEqual([]);
});

test("several columns as chips: taken in, taken away by Delete, the hand stays there", async () => {
  const { page, errors } = await offered(people, "Segments");
  await page.locator(".verdict-sentence").waitFor();
  const chips = page.locator(".hole-chip");
  const add = page.locator(".hole-columns select");
  const before = await chips.count();
  const free = await add.locator("option[value]:not([value=''])").first().getAttribute("value");
  await add.selectOption(free!);
  await expect.poll(() => chips.count()).toBe(before + 1);
  await chips.last().getByRole("button").focus();
  await page.keyboard.press("Delete");
  await expect.poll(() => chips.count()).toBe(before);
  const isHere = await page.evaluate(() => document.activeElement?.closest(".hole-columns") !== null);
  expect(isHere).toBe(true);
  expect(errors).toEqual([]);
});
