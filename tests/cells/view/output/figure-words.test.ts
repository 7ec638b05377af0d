import { expect, test } from "vitest";
import { figureWords } from "../../../../src/cells/view/output";
import { loadTexts, textsOf } from "../../../../src/cells/view/texts";
import type { FigureFacts } from "../../../../src/engine";

await loadTexts("ru");

const none: FigureFacts = {
  title: "",
  subtitle: "",
  caption: "",
  description: "",
  marks: [],
  axes: [],
  drawn: 0,
  hasData: false,
};
const en = (facts: Partial<FigureFacts>) =>
  figureWords({ ...none, ...facts }, textsOf("en").figureWords, "en-GB");
const ru = (facts: Partial<FigureFacts>) =>
  figureWords({ ...none, ...facts }, textsOf("ru").figureWords, "ru");

const lines: Partial<FigureFacts> = {
  title: "Customers lost",
  marks: [
    { kind: "ruleY", count: 1 },
    { kind: "lineY", count: 24 },
    { kind: "dot", count: 2 },
    { kind: "tip", count: 24 },
    { kind: "x-axis tick", count: 9 },
  ],
  axes: [
    { scale: "x", label: "month →", domain: ["2023-01-01", "2024-12-01"], isOrdinal: false },
    { scale: "y", label: "↑ lost", domain: [0, 1234.5678], isOrdinal: false },
    { scale: "color", label: "", domain: ["basic", "pro"], isOrdinal: true },
  ],
};

test("a chart in words, English", () => {
  expect(en(lines)).toBe(
    "Customers lost. Line chart of 24 points with 2 dots and 1 rule; x is month: January 2023 to December 2024; y is lost: 0 to 1,234.6; colour: basic, pro.",
  );
});

test("a chart in words, Russian", () => {
  expect(ru(lines).replace(/[\u00a0\u202f]/g, " ")).toBe(
    "Customers lost. Линейный график: 24 точки, также 2 точки и 1 линия; по горизонтали — month: январь 2023 г. — декабрь 2024 г.; по вертикали — lost: от 0 до 1 234,6; цвет: basic, pro.",
  );
});

test("what the author says is not guessed again", () => {
  expect(en({ ...lines, description: "It falls" })).toBe("Customers lost. It falls.");
});

test("dates are as exact as they need to be, numbers that look like years stay numbers", () => {
  const x = (...domain: (string | number)[]) =>
    en({ axes: [{ scale: "x", label: "", domain, isOrdinal: false }] });
  expect(x("2024-01-05T00:00:00.000Z", "2024-02-01T00:00:00.000Z")).toBe(
    "Chart; x: 5 January 2024 to 1 February 2024.",
  );
  expect(x("2024-01-05T10:30:00.000Z", "2024-01-05T12:00:00.000Z")).toContain("5 January 2024 at 10:30 to");
  expect(x(1999, 2024)).toBe("Chart; x: 1,999 to 2,024.");
  expect(x("2024-99-99", "x")).toBe("Chart; x: 2024-99-99 to x.");
  expect(x("a", "a")).toBe("Chart; x: a.");
});

test("many categories are cut, no marks and an unknown mark are still a chart", () => {
  const domain = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const text = en({
    marks: [{ kind: "myMark", count: 3 }],
    axes: [{ scale: "fx", label: "plan", domain, isOrdinal: true }],
  });
  expect(text).toBe("Chart of 3 marks; columns of small charts is plan: c0, c1, c2, c3, c4, c5, c6, c7, …");
  expect(en({})).toBe("Chart.");
});

test.each(["en", "ru"] as const)("every kind of mark has words, %s", (locale) => {
  const { kinds } = textsOf(locale).figureWords;
  for (const kind of Object.keys(kinds)) {
    const words = figureWords(
      { ...none, marks: [{ kind: `${kind}Y`, count: 5 }] },
      textsOf(locale).figureWords,
      locale,
    );
    expect(words).toContain("5");
    expect(words).not.toMatch(/undefined|null/);
  }
});
