import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caretAfter } from "../../../../../src/cells/view/editor/format/caret-after";
import { formatSql } from "../../../../../src/cells/view/editor/format/format-sql";

const formatted = async (text: string) => {
  const answer = await formatSql(text, 2);
  return answer.done ? answer.text : `left alone: ${answer.where}`;
};

describe("SQL in order", () => {
  test("clauses have their lines, words keep their case, comments their place", async () => {
    expect(await formatted('select a,B::int as "x y" from T where d>=1 -- why\nORDER by all')).toBe(
      'select\n  a,\n  B::int as "x y"\nfrom\n  T\nwhere\n  d >= 1 -- why\nORDER by all',
    );
  });

  test("what stands in ${…} stays as it is, braces and texts in it too", async () => {
    const hole = "${[1,2].map((x) => { return `}${x}` })}";
    expect(await formatted(`select 1 from t where x in (\${ ids }) and y=${hole}`)).toBe(
      `select\n  1\nfrom\n  t\nwhere\n  x in (\${ ids })\n  and y = ${hole}`,
    );
  });

  test("what cannot be read is left alone, and the place is said", async () => {
    expect(await formatted("select (")).toBe("left alone: line 1 column 9");
    expect(await formatted("select a\nfrom t where x = 'open")).toMatch(/^left alone: line 2 column/);
    expect(await formatted("")).toBe("");
  });

  test("DuckDB's own: from first, lambdas, lists, structs, group by all, qualify, pivot", async () => {
    for (const text of [
      "from orders select * exclude (a) where b>1 group by all",
      "select list_filter(l, x -> x>1), {'a':1}.a, [1,2][1] from t qualify row_number() over (partition by x)=1",
      "pivot t on x using sum(y); from (describe t)",
      "select 'it''s -- not', $$a  b$$, e'\\n' from t asof join u using (a)",
    ]) {
      const answer = await formatSql(text, 2);
      expect(answer.done && answer.text.replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
      expect(await formatted(answer.done ? answer.text : "")).toBe(answer.done && answer.text);
    }
  });
});

describe("the caret", () => {
  test.each([
    ["a,|b", "a,\n  b", "a,|\n  b"],
    ["|a", "  a", "|  a"],
    ["a b|", "a\nb", "a\nb|"],
  ])("%s", (before, after, expected) => {
    const at = caretAfter(before.replace("|", ""), after, before.indexOf("|"));
    expect(`${after.slice(0, at)}|${after.slice(at)}`).toBe(expected);
  });

  test("has the same signs before it as it had", () => {
    const spaced = fc
      .array(fc.constantFrom("a", "b", " ", "\n", ","), { maxLength: 30 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(spaced, fc.nat(30), (text, offset) => {
        const at = Math.min(offset, text.length);
        const after = text.replace(/\s+/g, "\n  ");
        const signs = (part: string) => part.replace(/\s+/g, "");
        expect(signs(after.slice(0, caretAfter(text, after, at)))).toBe(signs(text.slice(0, at)));
      }),
    );
  });
});
