import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { markdownCell, markdownLine } from "../../../src/engine";

/** Somebody else's reader of Markdown, told to take HTML for HTML, as the places do into which a table is pasted. */
const reader = new MarkdownIt({ html: true });

test.each([
  ["<unknown>", "\\<unknown>"],
  ["a|b\\", "a\\|b\\\\"],
  ["user_id", "user_id"],
  ["_all_", "\\_all\\_"],
  ["R&D", "R&D"],
  ["&lt;", "\\&lt;"],
  ["5 * 3 * 2", "5 \\* 3 \\* 2"],
])("%s is written %s", (text, written) => {
  expect(markdownCell(text)).toBe(written);
});

test("what a cell shows is its text, whatever is in it", () => {
  const sign = fc.constantFrom(
    ..."ab1ж_*`~|\\<>&;#[]()!\"'-+=:/. \n",
    "<b>",
    "&amp;",
    "http://",
    "](",
    "```",
  );
  const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
  fc.assert(
    fc.property(text, (given) => {
      const lines = [markdownLine(["a", "b"]), "| --- | --- |", markdownLine([markdownCell(given), "end"])];
      expect(shownBy(lines.join("\n"))).toEqual(["a", "b", given.trim(), "end"]);
    }),
  );
});

/** The text of each cell of the one table there is. */
function shownBy(markdown: string): string[] {
  return reader
    .parse(markdown, {})
    .filter(({ type }) => type === "inline")
    .map(({ children }) =>
      (children ?? [])
        .map(({ type, content }) => {
          if (type === "html_inline") return content === "<br>" ? "\n" : `HTML ${content}`;
          return type === "text" || type === "text_special" ? content : `${type} ${content}`;
        })
        .join(""),
    )
    .map((cell) => cell.trim());
}
