import { beforeAll, describe, expect, test } from "vitest";
import { type Database, fileSet, importFile, type ImportPlan, openReader } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

/** The column `n` is chosen to be numbers, so that a cell that is none is listed. */
async function load(
  content: BlobPart | File,
  change: (plan: ImportPlan) => Partial<ImportPlan> = () => ({}),
) {
  const file = content instanceof File ? content : new File([content], "t.csv");
  const reader = await openReader();
  const { plan } = await reader.sniff(file);
  const columns = plan.columns.map((column) =>
    column.header === "n"
      ? {
          ...column,
          reading: { form: "whole", marks: { decimal: ".", thousands: "" } } as const,
          isChosen: true,
        }
      : column,
  );
  const known = { plan: { ...plan, columns, ...change({ ...plan, columns }) }, isExact: true };
  const { unread } = await importFile(database, file, { table: "lined", known });
  return unread;
}

const cellsOf = ({ first }: Awaited<ReturnType<typeof load>>) =>
  first
    .filter(({ row }) => row !== null)
    .map(({ file, line, row, text }) => [...(file ? [file] : []), line, row, text]);

describe("the line of a cell that could not be read", () => {
  const many = (n: number, end = "\n") => Array.from({ length: n }, (_, i) => `${i},5,x${end}`).join("");

  test("and of a rejected row is counted over quoted line breaks, blank lines and blank rows", async () => {
    const text = `id,n,note\n1,2,"a\nb\n\nc"\n\n2,many,x\n,,\n3,4\n4,few,"p""q\nr"\n5,6,7,8,9\n6,none at all,x\n${many(30)}`;
    const unread = await load(text);
    expect(cellsOf(unread)).toEqual([
      [7, 2, "many"],
      [10, 3, "few"],
      [13, 4, "none at all"],
    ]);
    expect(unread.first.flatMap(({ line, row }) => (row === null ? [line] : []))).toEqual([9, 12]);
    const lines = text.split("\n");
    for (const { line, text: cell } of unread.first) expect(lines[line! - 1]).toContain(cell);
  });

  test.each(["\r\n", "\r"])("is counted with %j at the ends of lines", async (end) => {
    const text = ["id,n,note", '1,2,"a', 'b"', "2,many,x", "3,4,y", "4,few,z", ""].join(end) + many(30, end);
    expect(cellsOf(await load(text))).toEqual([
      [4, 2, "many"],
      [6, 4, "few"],
    ]);
  });

  test("is that of the file, below a title and above totals that are left out", async () => {
    const text = `Report of May\n\nid,n,note\n${many(10)}x,many,y\n${many(10)}Total,60,\n`;
    const unread = await load(text);
    expect(cellsOf(unread)).toEqual([[14, 11, "many"]]);
    expect(unread.first.map(({ line, reason }) => [line, reason])).toContainEqual([25, "row of totals"]);
  });

  test("is known in other encodings and in columns set apart by blanks", async () => {
    const text = `id,n,note\n1,2,"é\né"\n3,много,é\n${many(30)}`;
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    expect(cellsOf(await load(bytes))).toEqual([[4, 2, "много"]]);
    const blanks = `id      n    note\n${Array.from({ length: 20 }, (_, i) => `${i + 10}      5    x\n`).join("")}\n40      many x\n`;
    expect(cellsOf(await load(blanks))).toEqual([[23, 21, "many"]]);
  });

  test("comes with its file where several make the table", async () => {
    const files = ["id,n\n1,2\n\n2,many\n", "n,id\n5,6\n7\n\nfew,8\n"].map((text, i) => ({
      file: new File([text], `log-${i + 1}.csv`),
      name: `log-${i + 1}.csv`,
    }));
    expect(cellsOf(await load(fileSet(files)))).toEqual([
      ["log-1.csv", 4, 2, "many"],
      ["log-2.csv", 5, 4, "few"],
    ]);
  });

  test("is not told where rows of the file were chosen, or where their count is another one", async () => {
    const text = `id,n,note\n${many(5)}x,many,y\n${many(5)}`;
    const first = await load(text, () => ({ rows: { take: "first", count: 8 } }));
    expect(cellsOf(first)).toEqual([[null, 6, "many"]]);
  });
});
