import { expect, test } from "vitest";
import { suggest, type DataSet } from "../../src/analyses";
import { dataSet } from "./table-from";

const column = (name: string, kind: string) => ({ name, type: kind.toUpperCase(), kind });
/** The analyses that any data set of customers may want; each other one tells its own needs in its own tests. */
const general = ["attrition", "attrition-over-time", "relevant-activity", "attrition-calculator"];
const offers = (data: DataSet) =>
  suggest(data)
    .filter(({ analysis }) => general.includes(analysis.id))
    .map(({ analysis, params, missing }) => [analysis.id, params, missing.map(({ role }) => role)]);

test("a log of events can be asked everything", () => {
  const data = dataSet("e", [column("u", "text"), column("t", "date")], { customer: "u", time: "t" });
  expect(offers(data)).toEqual([
    ["attrition", {}, []],
    ["attrition-over-time", {}, []],
    ["relevant-activity", {}, []],
    ["attrition-calculator", {}, []],
  ]);
});

test("contracts are asked as contracts, and what is missing for the rest is said", () => {
  const columns = [column("a", "text"), column("s", "date"), column("e", "date")];
  const data = dataSet("c", columns, { customer: "a", start: "s", end: "e" });
  expect(offers(data)).toEqual([
    ["attrition", { mode: "contracts" }, []],
    ["attrition-over-time", { mode: "contracts" }, []],
    ["attrition-calculator", {}, []],
    ["relevant-activity", {}, ["time"]],
  ]);
});

test("a table without roles leaves the calculator, and names what is missing", () => {
  expect(offers(dataSet("x", [column("f0", "number")], {}))).toEqual([
    ["attrition-calculator", {}, []],
    ["attrition", {}, ["customer", "time"]],
    ["attrition-over-time", {}, ["customer", "time"]],
    ["relevant-activity", {}, ["customer", "time"]],
  ]);
});

test("a date that is text is missing with its type", () => {
  const data = dataSet("e", [column("u", "text"), column("t", "text")], { customer: "u", time: "t" });
  expect(suggest(data).find(({ analysis }) => analysis.id === "attrition")?.missing).toEqual([
    { role: "time", column: "t", type: "TEXT" },
  ]);
});
