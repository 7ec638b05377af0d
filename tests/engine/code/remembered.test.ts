import { describe, expect, test } from "vitest";
import { remembered } from "../../../src/engine/code";

function counted() {
  const asked: string[] = [];
  const compile = (...texts: readonly string[]) => {
    asked.push(texts.join("|"));
    return { texts };
  };
  return { asked, compile };
}

describe("remembered", () => {
  test("asks once for a text", () => {
    const { asked, compile } = counted();
    const known = remembered(compile);
    expect(known("a")).toBe(known("a"));
    expect(known("b")).not.toBe(known("a"));
    expect(asked).toEqual(["a", "b"]);
  });

  test("tells the same text in two languages apart", () => {
    const { asked, compile } = counted();
    const known = remembered(compile);
    known("a", "sql");
    known("a", "markdown");
    known("a", "sql");
    expect(asked).toEqual(["a|sql", "a|markdown"]);
  });

  test("remembers that there was nothing", () => {
    let times = 0;
    const known = remembered((_text: string) => void times++);
    known("a");
    known("a");
    expect(times).toBe(1);
  });

  test("forgets what was not asked for the longest", () => {
    const { asked, compile } = counted();
    const known = remembered(compile, 650); // three entries of one letter
    for (const text of ["a", "b", "c", "a", "d", "a", "b"]) known(text);
    expect(asked).toEqual(["a", "b", "c", "d", "b"]);
  });

  test("keeps nothing that is larger than all it may keep", () => {
    const { asked, compile } = counted();
    const known = remembered(compile, 650);
    known("x".repeat(1000));
    known("x".repeat(1000));
    expect(asked).toHaveLength(2);
  });

  test("does not remember an error", () => {
    let times = 0;
    const known = remembered((text: string) => {
      times++;
      if (times === 1) throw new Error("once");
      return text;
    });
    expect(() => known("a")).toThrow("once");
    expect(known("a")).toBe("a");
  });
});
