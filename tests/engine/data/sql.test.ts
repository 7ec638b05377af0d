import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { name, sql } from "../../../src/engine";

describe("the sql tag", () => {
  test("a nested fragment of several lines keeps the indentation of its place", () => {
    const inner = sql`select 1
      union select 2 -- isn't it`;
    expect(
      sql`with a as (
        ${inner}
      ) from a`.text,
    ).toBe("with a as (\n  select 1\n  union select 2 -- isn't it\n) from a");
  });

  test("a line break in a value or a name stays what it is, however deep it lies", () => {
    const inner = sql`select ${"a\nb"} as ${name("x\ny")},
      2`;
    expect(
      sql`with a as (
        ${inner}
      ) from a`.text,
    ).toBe(`with a as (\n  select 'a\nb' as "x\ny",\n  2\n) from a`);
  });

  test("whatever text a value holds, it stands whole in whatever it is nested in", () => {
    const sign = fc.constantFrom("'", '"', "\n", " ", "-", "a");
    fc.assert(
      fc.property(
        fc.array(sign).map((all) => all.join("")),
        (text) => {
          const value = `'${text.replaceAll("'", "''")}'`;
          const once = sql`select
          ${text} as ${name(text)}`;
          const twice = sql`from (
            ${sql`with a as (
              ${once}
            ) from a`}
          )`;
          expect(twice.text).toContain(`${value} as ${name(text).text}`);
        },
      ),
    );
  });
});
