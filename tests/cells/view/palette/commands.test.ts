import { describe, expect, test } from "vitest";
import { languageOf } from "../../../../src/analyses";
import type { PageDoing, Workbench } from "../../../../src/cells/session";
import { commands } from "../../../../src/cells/session/commands";
import type { Event } from "../../../../src/cells/session/event";
import { selectedCells } from "../../../../src/cells/session/selected-cells";
import type { Session } from "../../../../src/cells/session/session";
import { chordOf, shownKeys } from "../../../../src/cells/view/palette/chord";
import { matchOf } from "../../../../src/cells/view/palette/fuzzy";
import { itemsOf } from "../../../../src/cells/view/palette/items";
import { en } from "../../../../src/cells/view/texts/en";
import { analysisCell, play, ready, sqlCell, textCell } from "../../session/play";

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("chords", () => {
  test("letters are told by their sign, whatever Caps Lock says, and on other keyboards by their place", () => {
    expect(chordOf(pressed("A"), false)).toBe("A");
    expect(chordOf(pressed("z", { shiftKey: true }), false)).toBe("Shift+Z");
    expect(chordOf(pressed("я", { code: "KeyZ" }), false)).toBe("Z");
    expect(chordOf(pressed("л", { code: "KeyK", ctrlKey: true }), false)).toBe("Mod+K");
    // On a French keyboard the key at the place of Q writes "a".
    expect(chordOf(pressed("a", { code: "KeyQ" }), false)).toBe("A");
  });

  test("a sign that needs Shift is itself; Shift with the minus is that", () => {
    expect(chordOf(pressed("?", { shiftKey: true }), false)).toBe("?");
    expect(chordOf(pressed("_", { shiftKey: true, ctrlKey: true, code: "Minus" }), false)).toBe(
      "Mod+Shift+-",
    );
  });

  test("a Mac has ⌘, and its Ctrl moves the caret", () => {
    expect(chordOf(pressed("k", { metaKey: true }), true)).toBe("Mod+K");
    expect(chordOf(pressed("k", { ctrlKey: true }), true)).toBe("Other+K");
    expect(chordOf(pressed("Enter", { ctrlKey: true }), true)).toBe("Mod+Enter");
    expect(shownKeys("Mod+Shift+-", true)).toBe("⌘⇧-");
    expect(shownKeys("Mod+Shift+-", false)).toBe("Ctrl+Shift+-");
    expect(shownKeys("D D", false)).toBe("D D");
  });
});

describe("commands", () => {
  test("no two have the same keys, or the same name", () => {
    const keys = commands.filter(({ act }) => act).flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  test("do to all selected cells what they say", () => {
    const start = ready(sqlCell("a", "1"), sqlCell("b", "2"), textCell("c"), textCell("d"));
    const two = play(
      start,
      { type: "selected", cell: "a", edit: false },
      { type: "selection-extended", by: 1 },
    ).session;
    const after = (session: Session, id: string) => {
      const sent: Event[] = [];
      const command = commands.find((one) => one.id === id)!;
      const page = {} as Parameters<NonNullable<typeof command.act>>[0]["page"];
      if (command.can(session)) command.act?.({ session, send: (event) => sent.push(event), page });
      return play(session, ...sent).session;
    };
    const ids = ({ notebook }: Session) => notebook.cells.map(({ id }) => id).join("");
    const down = after(two, "move-down");
    expect(ids(down)).toBe("cabd");
    expect(ids(after(down, "move-down"))).toBe("cdab");
    expect(ids(after(after(down, "move-down"), "move-down"))).toBe("cdab");
    expect(ids(after(down, "move-up"))).toBe("abcd");
    expect(ids(after(two, "delete"))).toBe("cd");
    expect(ids(after(two, "merge"))).toBe("acd");
    expect(after(two, "switch-off").notebook.cells.map(({ disabled }) => disabled)).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
    expect(selectedCells(after(two, "select-all"))).toHaveLength(4);
    const below = after(two, "insert-below");
    expect(below.notebook.cells[2]).toMatchObject({ id: below.selected, source: "" });
  });
});

test("letters in order are found; beginnings of words weigh more", () => {
  expect(matchOf("Run all cells", "rac")).not.toBeNull();
  expect(matchOf("Run all cells", "xyz")).toBeNull();
  expect(matchOf("Свернуть всё", "все")).not.toBeNull();
  expect(matchOf("Run", "run")!).toBeGreaterThan(matchOf("Return unknown", "run")!);
  expect(matchOf("All commands", "all com")).not.toBeNull();
});

test("the list has a place for every cell, analyses by their titles", () => {
  const session = ready(
    sqlCell("per_user", "select 1"),
    analysisCell("a", "events"),
    textCell("t", "# Who leaves"),
  );
  const workbench = { session: () => session, send: () => undefined } as unknown as Workbench;
  const items = itemsOf({
    workbench,
    texts: en,
    language: languageOf("en"),
    page: {} as PageDoing,
  });
  const places = items.filter(({ id }) => id.startsWith("cell ")).map(({ title }) => title);
  expect(places).toEqual(["per_user", expect.stringContaining("Attrition, "), "Who leaves"]);
});
