// @vitest-environment jsdom
import { Plot } from "../../../../src/analyses/plot";
import { beforeAll, describe, expect, test } from "vitest";
import { loadAnalysis, type Figure } from "../../../../src/analyses";
import { figureToSvg } from "../../../../src/cells/view/figure";
import { withoutVariables } from "../../../../src/cells/view/figure/theme-variables";
import { wrapText } from "../../../../src/cells/view/figure/wrap-text";

// What draws figures comes with the first analysis.
await loadAnalysis("attrition-calculator");

const figure: Figure = {
  id: "f",
  title: 'Lost & <found> "here"',
  caption: "Bar: customers. ".repeat(20),
  alternative: "Two bars.",
  table: "t",
  plot: (width) => ({
    width,
    height: 200,
    marks: [
      Plot.barY([1, 2], { x: (_: number, i: number) => i, y: (n: number) => n, fill: "var(--chart-1)" }),
    ],
  }),
};

beforeAll(() => {
  document.head.innerHTML = `<style>
    :root { --font-ui: "Inter", sans-serif; }
    :root, :root[data-theme="light"] { --paper: #ffffff; --ink: #111111; --ink-soft: var(--ink); --chart-1: #00aaaa; }
    :root[data-theme="dark"] { --paper: #000000; --ink: #eeeeee; --chart-1: #55ffff; }
  </style>`;
});

describe("a figure as a file of its own", () => {
  test("is well-formed, with title, caption and the words for it", () => {
    const svg = figureToSvg(figure, 640, "light");
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(read.querySelector("parsererror")).toBe(null);
    expect(read.querySelector("title")?.textContent).toBe('Lost & <found> "here"');
    expect(read.querySelector("desc")?.textContent).toBe("Two bars.");
    expect(read.documentElement.getAttribute("width")).toBe("640");
    expect(
      [...read.querySelectorAll("text")].filter((text) => text.textContent?.startsWith("Bar:")).length,
    ).toBeGreaterThan(1);
  });

  test("holds the colours of the theme asked for, whatever the page shows", () => {
    const light = figureToSvg(figure, 640, "light");
    const dark = figureToSvg(figure, 640, "dark");
    expect(light).toContain("#00aaaa");
    expect(dark).toContain("#55ffff");
    expect(dark).toContain('fill="#000000"');
    expect(light + dark).not.toContain("var(");
    expect(light + dark).not.toContain("<style");
  });
});

test("variables stand for others, have a fallback, and never loop", () => {
  const variables = new Map([
    ["--a", "var(--b)"],
    ["--b", "red"],
    ["--loop", "var(--loop)"],
  ]);
  expect(withoutVariables("x var(--a) y", variables)).toBe("x red y");
  expect(withoutVariables("var(--none, blue)", variables)).toBe("blue");
  expect(withoutVariables("var(--none)", variables)).toBe("currentColor");
  expect(withoutVariables("var(--loop)", variables)).toBe("var(--loop)");
});

test("text is wrapped between words", () => {
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapText("incomprehensibilities a", 5)).toEqual(["incomprehensibilities", "a"]);
  expect(wrapText("  ", 5)).toEqual([]);
});
