// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { languageOf } from "../../../../src/analyses";
import { newCell, newNotebook, readNotebook, type Notebook } from "../../../../src/cells/model";
import { notebookOfKit } from "../../../../src/cells/model/kit";
import { sharedNotebook, type ShareWish } from "../../../../src/cells/session/share-notebook";
import { reportHtml } from "../../../../src/cells/view/share/report/report-html";
import { loadTexts, textsOf } from "../../../../src/cells/view/texts";
import { hostileFiles } from "../../model/hostile/hostile-notebooks";
import { words } from "../../model/share/words";

await loadTexts("ru");
const wish: ShareWish = { results: true, k: null, whole: new Set(), without: new Set(), ledger: false };

function reportOf(notebook: Notebook, locale: "en" | "ru" = "en", k: number | null = null): string {
  const language = languageOf(locale);
  const shared = sharedNotebook(notebook, { ...wish, k }, { language, words, draw: () => "<svg/>" });
  return reportHtml(shared, k, 0, {
    texts: textsOf(locale),
    language,
    day: (ms) => new Date(ms).toISOString(),
    draw: () => `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  });
}

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

const notebooks = hostileFiles.filter(({ name }) =>
  /^(prose|outputs|fields|results|older|hostile\.html)/.test(name),
);

describe("a stranger's notebook as a report", () => {
  test.each(notebooks)(
    "$name: nothing runs, nothing is fetched, nothing leaves its place",
    ({ name, text }) => {
      const notebook = name.endsWith(".html") ? notebookOfKit(text).notebook : readNotebook(text).notebook;
      const page = parsed(reportOf(notebook));
      expect(
        page.querySelectorAll("script, iframe, object, embed, form, base, link, foreignObject").length,
      ).toBe(0);
      expect(page.querySelectorAll("style").length).toBe(1);
      for (const element of page.querySelectorAll("main *")) {
        for (const { name: attribute, value } of element.attributes) {
          expect(attribute).not.toMatch(/^on|^style$|^id$|^name$|^srcset$/);
          if (attribute === "src") expect(value).toMatch(/^data:image\//);
          if (attribute === "href") expect(value).toMatch(/^(https?|mailto):/i);
        }
      }
      expect(page.querySelectorAll("h1").length).toBe(1);
      expect("broken" in window).toBe(false);
    },
  );
});

describe("a report", () => {
  const table = {
    form: "table" as const,
    at: "2026-02-07T00:00:00.000Z",
    columns: [
      { name: "plan", type: "VARCHAR", kind: "text" },
      { name: "n", type: "BIGINT", kind: "number" },
    ],
    rows: [
      ["<b>free</b>", "300"],
      ["pro", "4"],
      ["team", "25"],
    ],
    rowCount: 3,
  };
  const notebook: Notebook = {
    ...newNotebook(),
    title: "Who <leaves>",
    cells: [
      {
        ...newCell("markdown"),
        source: "# Plans\n\n[more](https://example.invalid/) ![x](https://example.invalid/x.png)",
      },
      { ...newCell("sql"), source: "select 1 < 2", saved: table },
    ],
  };

  test("says what it is in the reader's language; tables have headers, code is folded", () => {
    const page = parsed(reportOf(notebook, "ru"));
    expect(page.documentElement.lang).toBe("ru");
    expect(page.title).toBe("Who <leaves>");
    expect(page.querySelector("meta[http-equiv]")!.getAttribute("content")).toMatch(
      /^default-src 'none'; style/,
    );
    expect([...page.querySelectorAll("thead th[scope=col]")].map((th) => th.textContent)).toEqual([
      "plan",
      "n",
    ]);
    expect([...page.querySelectorAll("tbody th[scope=row]")].map((th) => th.textContent)).toEqual([
      "<b>free</b>",
      "pro",
      "team",
    ]);
    const code = page.querySelector("details")!;
    expect([code.open, code.querySelector("code")!.textContent]).toEqual([false, "select 1 < 2"]);
    expect(page.querySelector("summary")!.textContent).toContain("Код");
    expect(page.querySelector("img")).toBeNull();
  });

  test("has what is left of a result after small groups, and says so", () => {
    const page = parsed(reportOf(notebook, "en", 10));
    const cells = [...page.querySelectorAll("td")].map((td) => td.textContent);
    expect(cells).toEqual(["300", "few", "withheld"]);
    expect(page.querySelector("header")!.textContent).toContain("fewer than 10 customers");
  });
});

test.each([
  ["en", "3 customers left", true],
  ["en", "within 7 days, in month 3, on March 4", false],
  ["en", "That is 1 in 16", false],
  ["ru", "ушли 3 клиента", true],
  ["ru", "за 7 дней, 3-й месяц, 5 марта", false],
  ["ru", "4 из 50", true],
] as const)("%s: a number that may count customers: %s %s", async (locale, text, expected) => {
  const { textTells } = await import("../../../../src/cells/model/share");
  expect(textTells(text, 10, textsOf(locale).share.words)).toBe(expected);
});
