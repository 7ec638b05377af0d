import fc from "fast-check";
import { cellTexts } from "./cell-texts";

/** Texts that are almost code: words and signs in any order. */
const pieces =
  `const let var function class enum return await async yield if (a) else for of in while do { } ( ) [ ] , ; : = => ... . ?.
   ?? ? ! ++ -- + - / * < > <!-- --> // /* */ ' " \` \${ \\ a b c view display sql table import export from "m" default type
   interface namespace declare as satisfies any : number <T> @ # #! 1 1n 0x /re/ 'use strict' get static new delete void typeof
   case switch try catch throw using this super arguments eval <div> </div> é 😀 \\u0061 enum E { A }`.split(
    /\s+/,
  );

/** Cells of the table, one after the other, with something cut out and something put in. */
const damagedCells = fc
  .tuple(
    fc.array(
      fc.tuple(fc.constantFrom(...cellTexts.map(([text]) => text)), fc.constantFrom("\n", ";", " ", "\r\n")),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.nat(),
    fc.nat(3),
    fc.constantFrom("", "", ...pieces, "\n", "\u2028"),
  )
  .map(([cells, at, removed, piece]) => {
    const text = cells.flat().join("");
    const start = at % (text.length + 1);
    return text.slice(0, start) + piece + text.slice(start + removed);
  });

export const almostCode = fc.oneof(
  damagedCells,
  fc.string({ unit: "binary", maxLength: 30 }),
  fc
    .array(fc.constantFrom(...pieces, "\n", "\r\n", "\u2028", "\ud800"), { maxLength: 25 })
    .map((all) => all.join(" ")),
  fc.array(fc.constantFrom(...pieces, "\n", "\r", "\t"), { maxLength: 25 }).map((all) => all.join("")),
);

/** A program that is code: statements that declare names of their own and read others. */
export interface WrittenProgram {
  readonly text: string;
  readonly defines: readonly string[];
  readonly reads: readonly string[];
}

/** `n` makes the names of one statement differ from those of the next. */
type Statement = (n: number) => WrittenProgram;

const statementsOfEveryKind: readonly Statement[] = [
  (n) => ({ text: `const own${n}: number = read${n} as any`, defines: [`own${n}`], reads: [`read${n}`] }),
  (n) => ({
    text: `let { k${n}, ...own${n} } = read${n} // c`,
    defines: [`k${n}`, `own${n}`],
    reads: [`read${n}`],
  }),
  (n) => ({ text: `if (read${n}) {\n  var own${n} = 1\n}`, defines: [`own${n}`], reads: [`read${n}`] }),
  (n) => ({
    text: `function own${n}(local: string, ...rest: any[]) {\n  let inner = local\n  return inner + rest + read${n}\n}`,
    defines: [`own${n}`],
    reads: [`read${n}`],
  }),
  (n) => ({
    text: `class own${n} {\n  private local = read${n}\n  m(local: number) { return local }\n}`,
    defines: [`own${n}`],
    reads: [`read${n}`],
  }),
  (n) => ({ text: `enum own${n} { A = 1,\n  B }`, defines: [`own${n}`], reads: [] }),
  (n) => ({ text: `type T${n} = {\n  local: number\n}`, defines: [], reads: [] }),
  (n) => ({
    text: `read${n}.map((local) => {\n  const inner = local\n  return inner\n})`,
    defines: [],
    reads: [`read${n}`],
  }),
  (n) => ({ text: `for (const local of read${n}) {\n  local.x\n}`, defines: [], reads: [`read${n}`] }),
  (n) => ({ text: `try { read${n}() } catch (local) { local }`, defines: [], reads: [`read${n}`] }),
  (n) => ({ text: `/* a\n b */ \`\n\${read${n}}\``, defines: [], reads: [`read${n}`] }),
];

export const writtenProgram: fc.Arbitrary<WrittenProgram> = fc
  .array(fc.tuple(fc.constantFrom(...statementsOfEveryKind), fc.constantFrom(";\n", "\n;", "; ", "\n\n;")), {
    maxLength: 8,
  })
  .map((statements) => {
    const parts = statements.map(([statement, end], n) => ({ ...statement(n), end }));
    return {
      // A comment at the end of a line needs the line's end.
      text: parts.map(({ text, end }) => text + (text.endsWith("// c") ? "\n" : "") + end).join(""),
      defines: parts.flatMap(({ defines }) => defines),
      reads: parts.flatMap(({ reads }) => reads),
    };
  });
