import fc from "fast-check";
import { expect, test } from "vitest";
import { codeWithin, isInHole } from "../../../../../src/cells/view/editor/language/code-within";

test.each([
  ["select 1", "sql", "        "],
  ["a = ${b.c} or d", "sql", "    ;(b.c)     "],
  ["select 'it is ${no}' -- ${no}\n, ${yes}", "sql", "                             \n  ;(yes)"],
  ["${a}${b}", "sql", ";(a);(b)"],
  ["${ }x${a", "sql", "     ;(a"],
  ["from rows r join\nother using (a)", "sql", "    ;rows       \nother          "],
  ["select rows.a from rows", "sql", "      ;rows       ;rows"],
  ['from main.rows, "my rows", class', "sql", "                                "],
  ["with rows as (from t) from rows", "sql", "                  ;t           "],
  ["# 😀 ${a\n+ b}\r\n`${c}`", "markdown", "     ;(a\n+ b)\r\n      "],
  ["const a = `${b}`", "typescript", "const a = `${b}`"],
] as const)("what TypeScript reads of %j in %s", (text, language, code) => {
  expect(codeWithin(text, language).code).toBe(code);
});

test("any text keeps its length and its lines", () => {
  const piece = fc.constantFrom(
    "${",
    "}",
    "a",
    ".",
    "from ",
    "rows",
    " ",
    "\n",
    "'",
    "`",
    "--",
    "(",
    ")",
    "😀",
    ",",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom("sql", "markdown"),
      (pieces, language) => {
        const text = pieces.join("");
        const { code, holes } = codeWithin(text, language);
        expect(code.length).toBe(text.length);
        expect(code.replace(/[^\n]/g, "")).toBe(text.replace(/[^\n]/g, ""));
        for (const { from, to } of holes!)
          expect(code.slice(from, to).trim()).toBe(text.slice(from, to).trim());
      },
    ),
  );
});

test("a caret stands in a hole between its braces", () => {
  const text = "a ${b} c";
  const inside = [...text, ""].flatMap((_, at) => (isInHole(text, "sql", at) ? [at] : []));
  expect(inside).toEqual([4, 5]);
});
