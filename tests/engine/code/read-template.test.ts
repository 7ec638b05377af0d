import { describe, expect, test } from "vitest";
import { isFault, readTemplate } from "../../../src/engine/code";
import { functionOf } from "./compiled";

function holes(text: string, language: "sql" | "markdown"): string[] {
  return readTemplate(text, language).holes.map((hole) => hole.text);
}

describe("in SQL a hole is", () => {
  test.each([
    ["from t", []],
    ["from t where a = ${b}", ["b"]],
    ["from ${t} where ${ a.b } in (${c + 1}, ${d})", ["t", " a.b ", "c + 1", "d"]],
    ["limit${n}", ["n"]],
    ["a${b}${c}d", ["b", "c"]],
    ["${f({ a: { b: 1 } })}", ["f({ a: { b: 1 } })"]],
    ["${`}${'}'}`} ${x}", ["`}${'}'}`", "x"]],
    ["${'}' + \"}\" + '\\'}'}", ["'}' + \"}\" + '\\'}'"]],
    ["${a /* } */ + b // }\n}", ["a /* } */ + b // }\n"]],
    ["${/[/}]}/.test(a) / 2}", ["/[/}]}/.test(a) / 2"]],
    ["${a / b} ${c / d}", ["a / b", "c / d"]],
    ["${(a) / 1} ${b[0] / 2}", ["(a) / 1", "b[0] / 2"]],
    ["${typeof /}/}", ["typeof /}/"]],
    ["${😀}", ["😀"]],
    ["${a;${b}", ["a;${b}"]],
    ["x = ${", [""]],
  ])("found in %s", (text, expected) => {
    expect(holes(text, "sql")).toEqual(expected);
  });

  test.each([
    "select '${a}'",
    "select 'it''s ${a}'",
    "select e'\\'${a}'",
    'select "${a}"',
    "select $$ ${a} $$",
    "select $q$ ${a} $q$",
    "select 1 -- ${a}",
    "select 1 /* ${a} /* ${b} */ ${c} */",
    "select $1, $name, ?",
    "select {'a': 1}",
    "select $ {a}",
  ])("plain text in %s", (text) => {
    expect(readTemplate(text, "sql")).toEqual({ parts: [text], holes: [] });
  });
});

describe("in Markdown a hole is", () => {
  test.each([
    ["# Orders of ${country}", ["country"]],
    ["**${n}** of ${total}", ["n", "total"]],
    ["costs \\\\${n}", ["n"]],
    ["'${a}' \"${b}\" -- ${c}", ["a", "b", "c"]],
    ["${`a ${b}`} and `code`", ["`a ${b}`"]],
    ["a ` b ${c}", ["c"]],
    ["`` ` `` ${c}", ["c"]],
    ["```\n${a}\n```\n${b}", ["b"]],
    ["```js\n${a}\n~~~\n${b}", []],
    ["~~~\n${a}\n~~~~\n${b}", ["b"]],
    ["````\n```\n${a}\n````\n\n${b}", ["b"]],
    ["> ```\n> ${a}\n> ```\n> ${b}", ["b"]],
    ["- ```\n  ${a}\n  ```\n- ${b}", ["b"]],
    ["``` a ``` ${b}", ["b"]],
    ["half ${a\n\nwhole ${b}", ["b"]],
    ["${a +\n  b}", ["a +\n  b"]],
    ["` ${a}\n\n` ${b}", ["a", "b"]],
  ])("found in %s", (text, expected) => {
    expect(holes(text, "markdown")).toEqual(expected);
  });

  test.each(["costs \\${n}", "`${a}`", "``${a}` ``", "a $ {b}", "${", "$$x$$", "${a\n\n}"])(
    "plain text in %s",
    (text) => {
      expect(readTemplate(text, "markdown")).toEqual({ parts: [text], holes: [] });
    },
  );
});

describe("a hole", () => {
  test("knows its place, its name and what it reads", () => {
    expect(readTemplate("from t limit ${n}", "sql")).toEqual({
      parts: ["from t limit ", ""],
      holes: [
        {
          text: "n",
          start: 13,
          end: 17,
          name: "n",
          code: { body: "return (n\n)", reads: ["n"], scope: [], relations: [] },
        },
      ],
    });
  });

  test.each([
    ["${ a }", "a", "a", "", ""],
    ["${größe}", "größe", "größe", "", ""],
    ["${a as string}", null, "a", "", ""],
    ["${(a)}", null, "a", "", ""],
    ["${a.b}", null, "a", "", ""],
    ["${NaN}", null, "", "", ""],
    ["${width}", null, "", "width", ""],
    ["${rows.map((row) => row.a + b)}", null, "rows b", "", ""],
    ["${(await table('o')).numRows}", null, "", "table", "o"],
    ["${sql`from ${t} join u`}", null, "t", "sql", "u"],
    ["${{ a, b: 1 }.a}", null, "a", "", ""],
  ])("%s", (text, name, reads, scope, relations) => {
    const [hole] = readTemplate(text, "sql").holes;
    expect(hole?.name).toBe(name);
    expect(hole?.code).toMatchObject({
      reads: reads.split(" ").filter(Boolean),
      scope: scope.split(" ").filter(Boolean),
      relations: relations.split(" ").filter(Boolean),
    });
  });

  test.each<[string, unknown]>([
    ["${1 + 1}", 2],
    ["${1 // one\n}", 1],
    ["${1, 2}", 2],
    ["${{ a: 1 }}", { a: 1 }],
    ["${`}${1}`}", "}1"],
    ["${[1, 2].map((n: number) => n * 2)}", [2, 4]],
    ["${await (async () => 5)()}", 5],
    ["${function () {}.name}", ""],
  ])("%s has a value", async (text, value) => {
    const code = readTemplate(text, "markdown").holes[0]!.code;
    if (isFault(code)) throw new Error(code.message);
    const call = functionOf({ ...code, defines: [], views: [] });
    expect(await call(undefined, undefined, undefined)).toEqual(value);
  });

  test.each([
    ["select 1,\n  ${}", "syntax", 2, 5],
    ["select 1,\n  ${a b}", "syntax", 2, 7],
    ["select ${(a as any as) + 1}", "syntax", 1, 22],
    ["select ${a) + (b}", "syntax", 1, 10],
    ["select ${a = 1}", "assigns-foreign", 1, 10],
    ["select ${x,\n a++}", "assigns-foreign", 2, 2],
    ["select ${import('x')}", "import", 1, 10],
    ["select ${const a = 1}", "syntax", 1, 10],
    ["select ${a; b}", "syntax", 1, 11],
    ["from t\nwhere ${a", "syntax", 2, 7],
    ["select ${__define({})}", "reserved-name", 1, 10],
  ])("%s has a fault at its place", (text, code, line, column) => {
    const fault = readTemplate(text, "sql").holes.at(-1)!.code;
    expect(fault).toMatchObject({ code, place: { line, column } });
  });
});

test("a long text of half holes takes no long time", () => {
  // The square of so many would outlast the test's own limit.
  expect(readTemplate("${".repeat(200_000), "markdown").holes).toEqual([]);
  readTemplate("`${a` ".repeat(50_000), "markdown");
  readTemplate("${".repeat(200_000), "sql");
  readTemplate("${a} ".repeat(2_000), "sql");
});
