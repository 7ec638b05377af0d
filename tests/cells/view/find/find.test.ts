import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAll, replaced, type Query } from "../../../../src/cells/view/find/find-all";
import { replacementOf, searchedTexts } from "../../../../src/cells/view/find/replacement";
import type { Session } from "../../../../src/cells/session/session";
import { analysisCell, codeCell, inputCell, play, ready, sqlCell, textCell } from "../../session/play";

const plain: Query = { wanted: "", by: "", matchCase: false, wholeWord: false, isPattern: false };
const inText = (text: string, query: Partial<Query>) => {
  const one = { cell: "a", field: "source" as const, text };
  const { hits } = findAll([one], { ...plain, ...query });
  return { count: hits.length, text: replaced(one, hits) };
};

describe("places in a text", () => {
  test("signs mean themselves, letters large and small are the same unless asked", () => {
    expect(inText("a.b A.B axb", { wanted: "a.b", by: "c" })).toEqual({ count: 2, text: "c c axb" });
    expect(inText("a.b A.B", { wanted: "a.b", by: "$&", matchCase: true }).text).toBe("$& A.B");
    expect(inText("Отток оТТОК", { wanted: "отток", by: "x" }).text).toBe("x x");
  });

  test("whole words end where letters, digits and _ end", () => {
    expect(inText("plan plans my_plan plan.", { wanted: "plan", by: "x", wholeWord: true }).text).toBe(
      "x plans my_plan x.",
    );
    expect(inText("план плана", { wanted: "план", by: "x", wholeWord: true }).text).toBe("x плана");
  });

  test("a pattern has lines and groups; what matches nothing is no place", () => {
    expect(inText("a1\nb2", { wanted: "^(\\w)(\\d)$", by: "$2$1$$$3", isPattern: true }).text).toBe(
      "1a$$3\n2b$$3",
    );
    expect(
      inText("2024-05", { wanted: "(?<y>\\d+)-(?<m>\\d+)", by: "$<m>.$<y>$<z>", isPattern: true }).text,
    ).toBe("05.2024$<z>");
    expect(inText("abc", { wanted: "x*", by: "y", isPattern: true })).toEqual({ count: 0, text: "abc" });
    expect(() => inText("a", { wanted: "(", isPattern: true })).toThrow(SyntaxError);
    expect(() => inText("a", { wanted: "a)|(b", isPattern: true, wholeWord: true })).toThrow(SyntaxError);
  });

  test("more than a thousand are said to be more", () => {
    const one = { cell: "a", field: "source" as const, text: "a".repeat(1001) };
    const found = findAll([one], { ...plain, wanted: "a" });
    expect(found).toMatchObject({ isCut: true });
    expect(found.hits).toHaveLength(1000);
  });
});

describe("replacing in a notebook", () => {
  const start = ready(
    sqlCell("a", "select plan from users", "plans"),
    codeCell("b", "const plan = 1"),
    textCell("c", "The plan."),
    inputCell("d", 3),
    analysisCell("e", "plans"),
  );
  const replace = (session: Session, query: Partial<Query>) => {
    const texts = searchedTexts(session.notebook.cells);
    const plan = replacementOf(session, texts, findAll(texts, { ...plain, ...query }).hits);
    return { plan, session: play(session, { type: "texts-replaced", texts: plan.texts }).session };
  };

  test("texts and names, in one step; analyses are left alone", () => {
    const { session } = replace(start, { wanted: "plan", by: "tariff" });
    expect(session.notebook.cells).toMatchObject([
      { name: "tariffs", source: "select tariff from users" },
      { source: "const tariff = 1" },
      { source: "The tariff." },
      { name: "d" },
      { table: "plans" },
    ]);
    expect(session.done.map(({ label }) => label)).toEqual(["replace"]);
  });

  test("a name that would be none or is taken stays", () => {
    expect(replace(start, { wanted: "plans", by: "two words" }).plan.refused.get("a")).toBe("not-a-word");
    expect(replace(start, { wanted: "plans", by: "d" }).plan.refused.get("a")).toBe("taken");
    expect(replace(start, { wanted: "plans", by: "" }).plan.refused.has("a")).toBe(true);
  });

  test("a text that has changed since it was searched stays", () => {
    const texts = searchedTexts(start.notebook.cells);
    const { hits } = findAll(texts, { ...plain, wanted: "plan", by: "x" });
    const typed = play(start, { type: "source-changed", cell: "c", source: "Another plan." }).session;
    expect(replacementOf(typed, texts, hits).texts.some(({ cell }) => cell === "c")).toBe(false);
  });

  test("undo gives the notebook back, whatever is replaced", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "A", " ", "\n", "$", ".", "я") });
    fc.assert(
      fc.property(text, text, text, text, fc.boolean(), (one, other, wanted, by, matchCase) => {
        const before = ready(sqlCell("s", one), textCell("t", other), codeCell("u", one + other));
        const { session, plan } = replace(before, { wanted: wanted || "a", by, matchCase });
        expect(session === before).toBe(plan.texts.length === 0);
        const literal =
          matchCase && wanted ? [one, other].map((given) => given.replaceAll(wanted, () => by)) : null;
        if (literal)
          expect(session.notebook.cells.slice(0, 2)).toMatchObject(literal.map((source) => ({ source })));
        const back = play(session, ...(plan.texts.length ? [{ type: "undo" as const }] : [])).session;
        expect(back.notebook).toEqual(before.notebook);
      }),
    );
  });
});
