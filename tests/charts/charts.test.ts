// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { drawn } from "./drawn";
import { figures } from "./figures";

describe.each(Object.entries(figures("en")))("%s", (analysis, pictures) => {
  test.each(Object.entries(pictures))("%s looks as it did", async (picture, figure) => {
    await expect(drawn(figure)).toMatchFileSnapshot(`snapshots/${analysis}-${picture}.svg`);
  });

  test.each(Object.entries(pictures))("%s says in words what it shows", (_, figure) => {
    expect(figure.title).not.toBe("");
    expect(figure.caption).toMatch(/\.$/);
    expect(figure.alternative).toMatch(/\d/);
  });

  test.each(Object.entries(pictures))("%s takes its colours from the theme", (_, figure) => {
    const colours = [...drawn(figure).matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    const strange = colours.filter(
      (colour) => !/^(none|currentColor|var\(--chart-[a-z0-9]+\))$/.test(colour!),
    );
    // Plot's own halo behind text is the page's background.
    expect(strange.filter((colour) => colour !== "var(--plot-background)")).toEqual([]);
  });

  test.each(Object.entries(pictures))("%s is the same drawing twice", (_, figure) => {
    expect(drawn(figure)).toBe(drawn(figure));
    expect(drawn(figure, 340)).not.toMatch(/NaN|undefined|Infinity/);
  });
});
