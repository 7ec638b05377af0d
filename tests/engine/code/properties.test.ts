import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileCell, isFault, readTemplate } from "../../../src/engine/code";
import { almostCode, writtenProgram } from "./any-program";
import { compiled, functionOf } from "./compiled";

/** It knows a newer Unicode than Node 20 does, and takes `class eval`. */
const acornTakesMore = /\p{Unassigned}|class\s+(eval|arguments)/u;

describe("whatever the text, compileCell", () => {
  test("gives a function's body line for line, or a fault with a place in the text", () => {
    fc.assert(
      fc.property(almostCode, (text) => {
        const cell = compileCell(text);
        const lines = text.split(/\r\n|\r|\n/);
        if (isFault(cell)) {
          expect(cell.message).not.toBe("");
          expect(cell.place.line).toBeGreaterThanOrEqual(1);
          expect(cell.place.column).toBeGreaterThanOrEqual(1);
          const line = lines[cell.place.line - 1];
          expect(line).toBeDefined();
          expect(cell.place.column).toBeLessThanOrEqual(line!.length + 1);
          return;
        }
        expect(cell.body.split("\n")).toHaveLength(text.split("\n").length);
        expect(cell.reads.filter((name) => cell.defines.includes(name))).toEqual([]);
        if (!acornTakesMore.test(text)) functionOf(cell);
      }),
      { numRuns: 4_000 },
    );
  });

  test("knows what a written program defines and reads", () => {
    fc.assert(
      fc.property(writtenProgram, ({ text, defines, reads }) => {
        const cell = compiled(text);
        expect(cell.defines).toEqual(defines);
        expect(cell.reads).toEqual(reads);
        expect(cell.body.split("\n")).toHaveLength(text.split("\n").length);
        functionOf(cell);
      }),
      { numRuns: 500 },
    );
  });

  test("reads the same when a local name is another one", () => {
    fc.assert(
      fc.property(writtenProgram, ({ text }) => {
        const renamed = text.replaceAll("local", "another").replaceAll("inner", "innermost");
        expect(compiled(renamed).reads).toEqual(compiled(text).reads);
        expect(compiled(renamed).defines).toEqual(compiled(text).defines);
      }),
      { numRuns: 300 },
    );
  });
});

describe("whatever the text, readTemplate", () => {
  test.each(["sql", "markdown"] as const)("takes %s apart without loss", (language) => {
    const text = fc.oneof(
      almostCode,
      fc
        .array(
          fc.constantFrom(
            "${",
            "}",
            "{",
            "a",
            "'",
            '"',
            "`",
            "```",
            "\n",
            "\n\n",
            "--",
            "/*",
            "*/",
            "$$",
            "\\",
            " ",
            "/",
          ),
          {
            maxLength: 25,
          },
        )
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const { parts, holes } = readTemplate(text, language);
        expect(parts).toHaveLength(holes.length + 1);
        const again = holes.reduce(
          (before, { start, end }, i) => before + text.slice(start, end) + parts[i + 1],
          parts[0],
        );
        expect(again).toBe(text);
        for (const hole of holes) {
          expect(text.startsWith(`\${${hole.text}`, hole.start)).toBe(true);
          if (!isFault(hole.code) && !acornTakesMore.test(text))
            functionOf({ ...hole.code, defines: [], views: [] });
          if (hole.name !== null) expect(hole.text.trim()).toBe(hole.name);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
