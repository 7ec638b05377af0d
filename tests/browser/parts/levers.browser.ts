import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSheet, type OpenSheet } from "../open-sheet";
import { seriousFindings } from "../serious-findings";

/** Behaviours in the sentence of an analysis, by keyboard alone. */
let sheet: OpenSheet;
beforeAll(async () => void (sheet = await openSheet("parts")));
afterAll(() => sheet.close());

async function open({ theme = "light", lang = "en", width = 1280 } = {}): Promise<Page> {
  const page = await sheet.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${sheet.url}index.html?part=levers&theme=${theme}&lang=${lang}`);
  await page.locator("#log .hole-chip.is-wrong").waitFor();
  return page;
}

const leversOf = async (page: Page, id: string): Promise<unknown> =>
  JSON.parse((await page.locator(`#${id}`).getAttribute("data-levers"))!);
const isIn = (page: Page, place: string) =>
  page.evaluate((selector) => document.activeElement?.closest(selector) !== null, place);

describe("behaviours of a table of customers", () => {
  test("a threshold is written, what is no number stays and changes nothing, an empty field is as measured", async () => {
    const page = await open();
    const cut = page.getByLabel("reach_pct: counts from this value on", { exact: false });
    await cut.focus();
    await cut.press("Control+a");
    await page.keyboard.type("1,000");
    await page.keyboard.press("Tab");
    await expect.poll(() => cut.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => leversOf(page, "people")).toContain("reach_pct >= 25");
    await cut.fill("30.5");
    await page.keyboard.press("Enter");
    await expect.poll(() => leversOf(page, "people")).toContain("reach_pct >= 30.5");
    await cut.fill("");
    await page.keyboard.press("Tab");
    await expect.poll(() => leversOf(page, "people")).toContain("reach_pct");
  });

  test("one is taken away by Delete and one taken in, and the hand stays there", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Take reach_pct away" }).focus();
    await page.keyboard.press("Delete");
    await expect.poll(() => leversOf(page, "people")).toHaveLength(2);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Take has_app away");
    const adder = page.locator("#people .hole-adder select");
    await expect
      .poll(() => adder.locator("option").allTextContents())
      .toEqual(["+ behaviour", "reach_pct", "surveys_sent"]);
    await adder.focus();
    await page.keyboard.press("s");
    await expect.poll(() => leversOf(page, "people")).toContain("surveys_sent");
    await expect.poll(() => isIn(page, "#people .hole-adder")).toBe(true);
  });

  test("yes and no asks for no threshold, a long name is cut", async () => {
    const page = await open();
    const chips = page.locator("#people .hole-chip");
    await expect.poll(() => chips.nth(1).locator("input").count()).toBe(0);
    const name = chips.nth(2).locator(".hole-column");
    expect(await name.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    await expect.poll(() => chips.nth(2).getAttribute("title")).toMatch(/^share_of_seats.*first_month$/);
  });

  test("what is gone, or is no number, is marked and kept", async () => {
    const page = await open();
    const wrong = page.locator("#gone .hole-chip.is-wrong");
    await expect
      .poll(() => wrong.evaluateAll((all) => all.map((one) => one.getAttribute("title"))))
      .toEqual([
        "people has no column “logins” now.",
        "The values of “plan” are neither numbers nor yes and no.",
        "people has no column “active days” now.",
      ]);
    const cut = page.getByLabel("logins: counts from this value on", { exact: false });
    await cut.fill("6");
    await page.keyboard.press("Enter");
    await expect.poll(() => leversOf(page, "gone")).toEqual(["logins >= 6", "plan", "*days"]);
  });

  test("of a wide table one is found by typing; several go in without leaving the field", async () => {
    const page = await open();
    const adder = page.locator("#wide .hole-adder input");
    await adder.focus();
    await page.keyboard.type("measure_x");
    await page.keyboard.press("Enter");
    await expect.poll(() => adder.getAttribute("aria-invalid")).toBe("true");
    await expect.poll(() => leversOf(page, "wide")).toEqual(["measure_7 >= 2"]);
    await adder.fill("");
    await page.keyboard.type("measure_99");
    await page.keyboard.press("Enter");
    await expect.poll(() => leversOf(page, "wide")).toEqual(["measure_7 >= 2", "measure_99"]);
    await expect.poll(() => isIn(page, "#wide .hole-adder")).toBe(true);
    await page.keyboard.type("measure_100");
    await page.keyboard.press("Enter");
    await expect.poll(() => leversOf(page, "wide")).toHaveLength(3);
  });
});

describe("behaviours of a log", () => {
  test("are the whole log under names that people read, and its events; one that it does not have is marked", async () => {
    const page = await open();
    await expect
      .poll(() => page.locator("#log .hole-chip > .hole-column").allTextContents())
      .toEqual(["active days", "invite", "webinar"]);
    await expect
      .poll(() => page.locator("#log .hole-chip.is-wrong").getAttribute("title"))
      .toBe("log has no event “webinar” now.");
    const adder = page.locator("#log .hole-adder select");
    await expect
      .poll(() => adder.locator("option").allTextContents())
      .toEqual(["+ behaviour", "different events", "login", "survey_sent", "active days"]);
    await adder.focus();
    await page.keyboard.type("diff");
    await expect.poll(() => leversOf(page, "log")).toContain("*kinds");
  });

  test("none chosen are the most widespread, and of columns an invitation", async () => {
    const page = await open();
    const first = (id: string) => page.locator(`#${id} option`).first().textContent();
    await expect.poll(() => first("open")).toBe("the most widespread events");
    await expect.poll(() => page.locator("#open select.is-open").count()).toBe(0);
    await expect.poll(() => first("unset")).toBe("choose behaviours");
    await expect.poll(() => page.locator("#unset select.is-open").count()).toBe(1);
  });

  test("in Russian a threshold has a decimal comma", async () => {
    const page = await open({ lang: "ru" });
    const cut = page.locator("#log .hole-cut input").first();
    await cut.fill("2,5");
    await page.keyboard.press("Enter");
    await expect.poll(() => leversOf(page, "log")).toContain("*days >= 2.5");
    await expect.poll(() => cut.inputValue()).toBe("2,5");
    await expect.poll(() => page.locator("#log .hole-column").first().textContent()).toBe("активные дни");
  });
});

test("fits a narrow page", async () => {
  const page = await open({ width: 360 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.each(["light", "dark"])("axe finds nothing serious, %s", async (theme) => {
  const page = await open({ theme });
  expect(await seriousFindings(page)).toEqual([]);
});

test("nothing went wrong", () => {
  expect(sheet.trouble).toEqual([]);
});
