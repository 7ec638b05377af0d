import { afterEach, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";

afterEach(() => void languageOf("en"));

test.each([
  ["en", "December 31, 2025"],
  ["en-US", "December 31, 2025"],
  ["en-GB", "31 December 2025"],
  ["en-US@posix", "December 31, 2025"],
  ["de-DE", "December 31, 2025"],
])("days for a reader of %s", (locale, day) => {
  const { format, texts } = languageOf(locale);
  expect(format.day("2025-12-31")).toBe(day);
  expect(texts.base.caveat.asOfAuto("2025-12-31")).toContain(day);
});
