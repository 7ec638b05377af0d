import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  controlAs,
  controlProblem,
  fittedValue,
  inputForms,
  isSameValue,
  newControl,
  newInputCell,
  newNotebook,
  readNotebook,
  validInputName,
  writeNotebook,
  type InputCell,
  type InputControl,
} from "../../../src/cells/model";
import { anyInput, anyInputValue } from "./any-notebook";
import { schemaErrors } from "./fixture";

function file(cell: InputCell): {
  cells: { source: string[]; metadata: { ebb: Record<string, unknown> } }[];
} {
  return JSON.parse(writeNotebook({ ...newNotebook(() => 0), cells: [cell] }));
}

function source(cell: Partial<InputCell> & Pick<InputCell, "control">): string {
  const whole = { ...newInputCell("text"), label: "", name: "x", ...cell };
  return file({ ...whole, value: fittedValue(whole.control, cell.value ?? null) }).cells[0]!.source.join("");
}

function readWith(ebb: Record<string, unknown>) {
  const written = file({ ...newInputCell("slider", () => 0), name: "level" });
  Object.assign(written.cells[0]!.metadata.ebb, ebb);
  const { notebook, notes } = readNotebook(JSON.stringify(written));
  return { cell: notebook.cells[0]!, notes: notes.map((note) => note.code) };
}

const slider: InputControl = { form: "slider", min: 0, max: 10, step: 0.1 };
const days: InputControl = { form: "date-range", min: "2024-01-01", max: "2024-12-31" };

describe("an input in a file", () => {
  test.each(inputForms)("a new %s is valid nbformat and comes back as it was", (form) => {
    const cell = newInputCell(form);
    const text = writeNotebook({ ...newNotebook(), cells: [cell] });
    expect(schemaErrors(text)).toEqual([]);
    const { notebook, notes } = readNotebook(text);
    expect({ cells: notebook.cells, notes }).toEqual({ cells: [cell], notes: [] });
  });

  test("is the TypeScript that declares its value", () => {
    expect(
      source({ control: { form: "slider", min: 0, max: 100, step: 1 }, value: 5, name: "minimum" }),
    ).toBe("const minimum = 5; // slider 0…100 step 1");
    expect(source({ control: { form: "number", min: 0, max: null, step: null }, value: null })).toBe(
      "const x: number | null = null; // number 0…",
    );
    expect(source({ control: days, value: ["2024-03-01", "2024-04-01"], label: "When" })).toBe(
      'const x = [new Date("2024-03-01"), new Date("2024-04-01")]; // date-range 2024-01-01…2024-12-31, "When"',
    );
    const list = { from: "list" as const, values: ["a", "b", "c", "d", "e", "f"] };
    expect(source({ control: { form: "multi-select", options: list }, value: ["f"] })).toBe(
      'const x = ["f"]; // multi-select of "a", "b", "c", "d", "e", … (6)',
    );
    const query = { from: "query" as const, sql: "select plan\nfrom  orders" };
    expect(source({ control: { form: "select", options: query }, value: "pro" })).toBe(
      'const x = "pro"; // select from "select plan from orders"',
    );
    expect(source({ control: { form: "column", table: "orders" }, value: "price" })).toBe(
      'const x = "price"; // column of "orders"',
    );
    expect(source({ control: { form: "checkbox" }, value: true, name: "class" })).toBe("true; // checkbox");
  });

  test("stays on its one line whatever its texts say", () => {
    fc.assert(
      fc.property(anyInput, (cell) => {
        const text = file(cell).cells[0]!.source.join("");
        expect(text).not.toMatch(/[\n\r\u2028\u2029]/);
        // As JavaScript, without the type of a value that is not there.
        expect(() => new Function(text.replace(/: [\w[\], ]+ \| null = /, " = "))).not.toThrow();
      }),
    );
  });
});

describe("an input from a file", () => {
  test("whose value is none of its own gets one that is", () => {
    expect(readWith({ value: 7000 })).toMatchObject({ cell: { value: 100 }, notes: ["input-adjusted"] });
    expect(readWith({ value: { evil: 1 } })).toMatchObject({ cell: { value: 0 }, notes: ["input-adjusted"] });
    expect(readWith({ value: undefined })).toMatchObject({ cell: { value: 0 }, notes: ["input-adjusted"] });
  });

  test("whose settings contradict each other gets some that do not", () => {
    expect(readWith({ control: { form: "slider", min: 9, max: 1, step: -2 }, value: 3 })).toMatchObject({
      cell: { control: { min: 1, max: 9, step: 1 }, value: 3 },
      notes: ["input-adjusted"],
    });
    expect(readWith({ control: { form: "date", min: "soon", max: null }, value: null })).toMatchObject({
      cell: { control: { form: "date", min: null, max: null }, value: null },
      notes: ["input-adjusted"],
    });
    expect(
      readWith({ control: { form: "select", options: { from: "list", values: ["a", "a"] } }, value: "a" }),
    ).toMatchObject({ cell: { control: { options: { values: ["a"] } }, value: "a" } });
  });

  test("of a form that this version does not know is kept as it is, and said", () => {
    const { cell, notes } = readWith({ control: { form: "map" } });
    expect(cell).toMatchObject({ kind: "foreign", source: expect.stringContaining("level") });
    expect(notes).toEqual(["damaged"]);
    const again = JSON.parse(writeNotebook({ ...newNotebook(), cells: [cell] }));
    expect(again.cells[0].metadata.ebb).toMatchObject({ kind: "input", control: { form: "map" } });
  });

  test("keeps a choice that is no longer among the options", () => {
    const control = { form: "select", options: { from: "list", values: ["a"] } };
    expect(readWith({ control, value: "gone" }).cell).toMatchObject({ value: "gone" });
  });

  test("says when its text was changed by another program", () => {
    const written = file(newInputCell("slider"));
    written.cells[0]!.source = ["const level = 99;"];
    const { notebook, notes } = readNotebook(JSON.stringify(written));
    expect(notes.map((note) => note.code)).toEqual(["edited-elsewhere"]);
    expect(notebook.cells[0]).toMatchObject({ value: 50 });
  });
});

describe("fittedValue", () => {
  test.each<[InputControl, unknown, unknown]>([
    [slider, 0.1 + 0.2, 0.3],
    [slider, 12, 10],
    [slider, "7.26", 7.3],
    [slider, null, 0],
    [{ form: "slider", min: 0, max: 10, step: 3 }, 10, 9],
    [{ form: "slider", min: 1, max: 2, step: 5 }, 2, 1],
    [{ form: "slider", min: -1e-7, max: 1, step: 1e-7 }, 0, 0],
    [{ form: "number", min: null, max: 5, step: null }, 7.5, 5],
    [{ form: "number", min: null, max: null, step: 0.25 }, -1.1, -1],
    [{ form: "number", min: null, max: null, step: null }, "", null],
    [{ form: "number", min: null, max: null, step: null }, Number.NaN, null],
    [{ form: "text" }, 5, "5"],
    [{ form: "text" }, null, ""],
    [{ form: "checkbox" }, "true", false],
    [newControl("select"), ["b", "c"], "b"],
    [newControl("multi-select"), "b", ["b"]],
    [newControl("multi-select"), ["b", 2, "b", "a"], ["b", "a"]],
    [newControl("multi-select"), null, []],
    [newControl("date"), ["2024-03-01", "2024-04-01"], "2024-03-01"],
    [newControl("date"), "2023-02-29", null],
    [days, "2023-05-05", ["2024-01-01", "2024-01-01"]],
    [days, ["2024-05-02", "2024-05-01"], ["2024-05-01", "2024-05-02"]],
    [days, ["2024-05-02"], null],
    [newControl("column"), "", null],
  ])("%j given %j is %j", (control, given, expected) => {
    expect(fittedValue(control, given)).toEqual(expected);
  });

  test("changes nothing the second time, and gives what a file can hold", () => {
    fc.assert(
      fc.property(anyInput, anyInputValue, ({ control }, value) => {
        const once = fittedValue(control, value);
        expect(fittedValue(control, once)).toEqual(once);
        expect(isSameValue(JSON.parse(JSON.stringify(once)), once)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([
  ["level", "ok"],
  ["порог", "ok"],
  ["class", "code-word"],
  ["await", "code-word"],
  ["Plot", "in-scope"],
  ["width", "in-scope"],
  ["select", "reserved-word"],
  ["a b", "not-a-word"],
  ["", "empty"],
])("as the name of an input, %j is %s", (name, expected) => {
  expect(validInputName(name)).toBe(expected);
});

describe("controlAs", () => {
  test("keeps what both kinds of control have", () => {
    expect(controlAs({ form: "slider", min: 2, max: 9, step: 0.5 }, "number")).toEqual({
      form: "number",
      min: 2,
      max: 9,
      step: 0.5,
    });
    expect(controlAs({ form: "number", min: 500, max: null, step: null }, "slider")).toEqual({
      form: "slider",
      min: 500,
      max: 500,
      step: 1,
    });
    expect(controlAs({ form: "number", min: null, max: -5, step: 2 }, "slider")).toMatchObject({
      min: -5,
      max: -5,
    });
    const options = { from: "query" as const, sql: "from plans" };
    expect(controlAs({ form: "select", options }, "multi-select")).toEqual({ form: "multi-select", options });
    expect(controlAs(days, "date")).toEqual({ ...days, form: "date" });
    expect(controlAs(days, "slider")).toEqual(newControl("slider"));
  });

  test("never gives settings that contradict each other", () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...inputForms), ({ control }, form) => {
        const other = controlAs(control, form);
        expect(other.form).toBe(form);
        expect(controlProblem(other)).toBe(null);
      }),
    );
  });
});

test("the first name of every input is one that it can have", () => {
  expect(inputForms.map((form) => validInputName(newInputCell(form).name))).toEqual(
    inputForms.map(() => "ok"),
  );
});
