import { expect, test } from "vitest";
import { tableToTsv } from "../../../../src/cells/view/figure/table-to-tsv";

test("a report's table goes to a spreadsheet with numbers as numbers and the rest as it is read", () => {
  const text = tableToTsv({
    id: "t",
    title: "T",
    columns: [
      { key: "month", label: "Month", align: "left" },
      { key: "lost", label: "Lost\tin all", align: "right" },
    ],
    rows: [
      { month: { text: "March", value: new Date() }, lost: { text: "1 204", value: 1204 } },
      { month: { text: "April", value: null }, lost: { text: "n/a", value: NaN } },
    ],
  });
  expect(text).toBe("Month\tLost in all\nMarch\t1204\nApril\tn/a");
});
