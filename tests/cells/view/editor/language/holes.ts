import { describe, expect, test } from "vitest";
import { answers } from "../../../../../src/cells/view/editor/language/answers";
import { codeWithin } from "../../../../../src/cells/view/editor/language/code-within";
import type { NotebookService } from "../../../../../src/cells/view/editor/language/notebook-service";
import { problemsOf } from "../../../../../src/cells/view/editor/language/problems";

/** Tests of a service that others use too: it reads its libraries once. `write` gives it cells of TypeScript: a, b, … */
export function holesKnowTheNotebook(
  notebook: () => NotebookService,
  orders: string,
  write: (...texts: string[]) => void,
): void {
  const messages = (cell: string) => problemsOf(notebook(), cell).map(({ message }) => message);

  describe("in holes of SQL and prose", () => {
    const sql = "select * from list where a > ${total.foo} and b = ${list.length}";
    /** Cell a in TypeScript, b in SQL, c in Markdown. */
    const writeHoles = (code: string, query: string, prose = "") => {
      write(code);
      const inside = [
        ["b", codeWithin(query, "sql")],
        ["c", codeWithin(prose, "markdown")],
      ] as const;
      notebook().update({
        order: ["a", "b", "c"],
        texts: inside.map(([cell, { code, holes }]) => [cell, code, holes] as const),
      });
    };

    test("a wrong use is underlined at its place in the text, a relation never", () => {
      writeHoles(
        "const total = 3, list = [1];",
        `${sql} and c in (from missing)`,
        "It was ${orders.get(0)!.amount}.",
      );
      expect(problemsOf(notebook(), "b").map(({ from, to }) => sql.slice(from, to))).toEqual(["foo"]);
      expect(messages("c")).toEqual([expect.stringMatching(/^Property 'amount' does not exist/)]);
    });

    test("each fault of a sentence stands in its own hole", () => {
      const broken = "select ${f(} , ${ } , ${limit +} , ${limit}, ${limit";
      writeHoles("const f = 1;", broken);
      const found = problemsOf(notebook(), "b");
      expect(found.map(({ from, known }) => [broken.indexOf("}", from), known?.about])).toEqual([
        [broken.indexOf("}"), undefined],
        [broken.indexOf("}", 13), "empty-hole"],
        [broken.indexOf("+}") + 1, undefined],
        [-1, "open-hole"],
      ]);
    });

    test("hover and definition work there, and lead to the cell that makes a table's columns", () => {
      writeHoles("const total = 3;", "select ${total}", "${orders.get(0)!.price} ${limit}");
      expect(answers.hover(notebook(), { cell: "b", at: 10 })?.code).toBe("const total: 3");
      expect(answers.definition(notebook(), { cell: "b", at: 10 })).toEqual([
        { cell: "a", span: { from: 6, to: 11 } },
      ]);
      const relations = [{ name: "orders", row: orders, cell: "s" }];
      const values = [{ name: "limit", type: "number", cell: "i" }];
      notebook().update({ surroundings: { relations, values, analyses: [] } });
      const giver = (at: number) => answers.definition(notebook(), { cell: "c", at }).map(({ cell }) => cell);
      expect([giver(4), giver(18), giver(26)]).toEqual([["s"], ["s"], ["i"]]);
    });

    test("a rename reaches holes, and the name as a relation of SQL", () => {
      writeHoles("const list = [{ n: 1 }];", "select list.n from list where n < ${list.length}", "${[list]}");
      const renaming = answers.rename(notebook(), { cell: "a", at: 7, to: "rows" });
      const edits = renaming.can ? renaming.edits : [];
      expect(edits.map(({ cell, span }) => `${cell} ${span.from}`).sort()).toEqual([
        "a 6",
        "b 19",
        "b 36",
        "b 7",
        "c 3",
      ]);
    });
  });
}
