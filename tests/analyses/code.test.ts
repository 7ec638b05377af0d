import { expect, test } from "vitest";
import { code, comment, inLines, none, objectOf, prose, template } from "../../src/analyses/code";

test("values become literals, whatever is in them", () => {
  expect(code`f(${'a "b" `c` ${d}\n'}, ${0.1}, ${true})`.text).toBe('f("a \\"b\\" `c` ${d}\\n", 0.1, true)');
});

test("the margin of the text goes, a fragment takes that of its place", () => {
  const inner = code`
    if (a) {

      b();
    }`;
  const outer = code`
    {
      ${inner}
    }`;
  expect(outer.text).toBe("{\n  if (a) {\n\n    b();\n  }\n}");
});

test("an empty fragment takes its line with it, an empty text leaves it", () => {
  const text = code`
    [
      a,
      ${none}
      ${inLines()}
      b${{ text: "" }},
    ]`.text;
  expect(text).toBe("[\n  a,\n  b,\n]");
});

test("long comments and captions are broken between words and lose none", () => {
  const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
  const lines = comment(long).text.split("\n");
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.every((line) => line.startsWith("// ") && line.length < 102)).toBe(true);
  expect(lines.map((line) => line.slice(3)).join(" ")).toBe(long);
  expect(new Function(`return ${prose(long).text}`)()).toBe(long);
});

test("holes of a template stay holes, fields of an object are literals", () => {
  expect(template("${count(n)} lost").text).toBe("`${count(n)} lost`");
  expect(objectOf({ stroke: "a'b", ticks: 5 }).text).toBe('{ stroke: "a\'b", ticks: 5 }');
});
