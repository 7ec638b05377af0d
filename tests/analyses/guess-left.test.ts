import { describe, expect, test } from "vitest";
import { suggest, type DataSet } from "../../src/analyses";
import { guessLeft } from "../../src/analyses/guess-left";
import { guessLevers } from "../../src/analyses/levers/guess-levers";
import { dataSet } from "./table-from";

type Column = { name: string; kind: string; values: readonly string[] };

/** A table with one row a customer whose values are counted. */
function counted(status: string, columns: readonly Column[], others = 0): DataSet {
  const data = dataSet(
    "people",
    columns.map(({ name, kind }) => ({ name, type: kind, kind })),
    { customer: "id", status },
  );
  const profile = columns.map(({ name, kind, values }) => ({
    name,
    type: kind,
    kind: kind as "text",
    rows: 10,
    filled: 10,
    blank: 0,
    distinct: values.length,
    distinctIsEstimate: false,
    smallest: values[0] ?? null,
    largest: values.at(-1) ?? null,
    histogram:
      kind === "text"
        ? { form: "top" as const, values: values.map((value) => ({ value, count: 1 })), others }
        : { form: "bins" as const, bins: [] },
  }));
  return { ...data, profile };
}

const left = (name: string, values: readonly string[], kind = "text", others = 0) =>
  guessLeft(counted(name, [{ name, kind, values }], others));

describe("which status means that a customer left", () => {
  test.each([
    ["Churn", ["No", "Yes"], "Yes"],
    ["Churn Label", ["No", "Yes"], "Yes"],
    ["is_cancelled", ["false", "true"], "true"],
    ["Отток", ["Да", "Нет"], "Да"],
    ["renewed", ["no", "yes"], "no"],
    ["state", ["active", "cancelled", "paused"], "cancelled"],
    ["статус", ["активен", "ушёл"], "ушёл"],
    ["Churned", ["Churned", "Stayed"], "Churned"],
  ])("%s of %j: %s", (name, values, expected) => {
    expect(left(name, values)).toBe(expected);
  });

  test("a column of 0 and 1 says it by its ends", () => {
    expect(left("churn", ["0", "1"], "integer")).toBe("1");
    expect(left("retained", ["0", "1"], "integer")).toBe("0");
    expect(
      guessLeft(counted("churn", [{ name: "churn", kind: "integer", values: ["0", "1", "2"] }])),
    ).toBeNull();
  });

  test("what could mean several things, or is not known to its end, is left to the person", () => {
    expect(left("state", ["cancelled", "lost", "active"])).toBeNull();
    expect(left("flag", ["No", "Yes"])).toBeNull();
    expect(left("Churn", ["Maybe", "No"])).toBeNull();
    expect(left("Churn", ["No", "Yes"], "text", 3)).toBeNull();
    expect(
      guessLeft(dataSet("people", [{ name: "Churn", type: "text", kind: "text" }], { status: "Churn" })),
    ).toBeNull();
    expect(guessLeft(dataSet("people", [], {}))).toBeNull();
  });
});

const telco = counted("Churn", [
  { name: "id", kind: "text", values: ["a", "b"] },
  { name: "gender", kind: "text", values: ["Female", "Male"] },
  { name: "SeniorCitizen", kind: "integer", values: ["0", "1"] },
  { name: "Partner", kind: "text", values: ["No", "Yes"] },
  { name: "tenure", kind: "integer", values: ["0", "72"] },
  { name: "OnlineSecurity", kind: "text", values: ["No", "No internet service", "Yes"] },
  { name: "Contract", kind: "text", values: ["Month-to-month", "One year", "Two year"] },
  { name: "visits", kind: "integer", values: ["0", "9"] },
  { name: "churn_reason", kind: "text", values: ["price"] },
  { name: "Churn", kind: "text", values: ["No", "Yes"] },
]);

test("behaviours are numbers and columns of yes; who a customer is, what they are on and how long they stayed are not", () => {
  expect(guessLevers(telco)).toEqual({
    mode: "columns",
    levers: ["OnlineSecurity", "visits"],
    controls: ["Contract", "gender", "SeniorCitizen"],
  });
});

test("an offer brings the guess along, where its sentence asks for it", () => {
  const offers = suggest(telco);
  const of = (id: string) => offers.find(({ analysis }) => analysis.id === id)!.params;
  for (const id of [
    "segments",
    "lever-finder",
    "lever-regression",
    "adoption-score",
    "model-gate",
    "survivorship",
  ])
    expect([id, of(id).left]).toEqual([id, "Yes"]);
  expect(of("attrition").left).toBeUndefined();
});
