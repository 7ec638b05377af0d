import { expect, test } from "vitest";
import { tableNameFor } from "../../../src/engine";

test.each([
  ["events.csv", "events"],
  ["Sales 2024 (final).csv", "sales_2024_final"],
  ["Клиенты за май.xlsx", "клиенты_за_май"],
  ["events.csv.gz", "events"],
  ["takeHomeUsers.csv", "take_home_users"],
  ["2024.csv", "t_2024"],
  ["order.csv", "order_table"],
  ["?!.csv", "data"],
  ["", "data"],
  ["data.v2.final.csv", "data_v2"],
  ["folder/a.csv", "a"],
])("%s becomes %s", (fileName, table) => {
  expect(tableNameFor(fileName, [])).toBe(table);
});

test("a taken name gets a number, whatever its case", () => {
  expect(tableNameFor("events.csv", ["Events", "events_2"])).toBe("events_3");
});
