import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfHole } from "../../../src/engine/sql-text";

test.each([
  ["${}", "${}"],
  ["${a} }", "${a}"],
  ["${{a:{}}} }", "${{a:{}}}"],
  ["${'}'} }", "${'}'}"],
  ['${"\\"}"} }', '${"\\"}"}'],
  ["${`}${`}`}}`} }", "${`}${`}`}}`}"],
  ["${`\\`}`} }", "${`\\`}`}"],
  ["${`$}`} }", "${`$}`}"],
  ["${a // }\n} }", "${a // }\n}"],
  ["${a /* } */} }", "${a /* } */}"],
  ["${/}/.test(a)} }", "${/}/.test(a)}"],
  ["${a / 2} / }", "${a / 2}"],
  ["${a[0] / b} / }", "${a[0] / b}"],
  ["${f(a) / b} / }", "${f(a) / b}"],
  ["${x => /[}]/.test(x)}", "${x => /[}]/.test(x)}"],
  ["${'open} }", null],
  ["${a", null],
  ["${`}", null],
  ["${/*}", null],
])("the end of %s", (text, hole) => {
  const end = endOfHole(text, 0);
  expect(end === null ? null : text.slice(0, end)).toBe(hole);
});

test("an end stands after a brace, whatever the text", () => {
  const pieces = fc.constantFrom("{", "}", "${", "`", "'", '"', "/", "*", "\\", "\n", "a", "😀", "\ud800");
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = `\${${parts.join("")}`;
      const end = endOfHole(text, 0);
      if (end !== null) expect(text[end - 1]).toBe("}");
    }),
    { numRuns: 2000 },
  );
});
