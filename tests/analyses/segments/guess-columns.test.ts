import { expect, test } from "vitest";
import { freeColumns } from "../../../src/analyses/segments/guess-columns";
import { dataSet } from "../table-from";

test("what tells one person, visit or row is no segment to begin with", () => {
  const words = [
    ...["session_id", "master_id", "sessionId", "E-mail", "Код клиента", "ФИО", "user name", "deal notes"],
    ...["platform", "plan_name", "country_code", "paid", "user_cohort", "Город", "void"],
  ];
  const columns = words.map((name) => ({ name, type: "VARCHAR", kind: "text" as const, nullable: true }));
  expect(freeColumns(dataSet("t", columns, { customer: "Код клиента" }), "words")).toEqual(words.slice(8));
});
