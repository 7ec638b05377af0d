import { beforeAll, describe, expect, test } from "vitest";
import {
  type Database,
  fileSet,
  importFile,
  type ImportPlan,
  openReader,
  previewFile,
  sql,
} from "../../../src/engine";
import { rejectedLines } from "../../../src/engine/import/lines/rejected-lines";
import { peeksHere } from "../../../src/engine/import/peek";
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

  test("is counted where a column of the file is called rowid", async () => {
    const text = `rowid,n,note\n77,2,a\n-5,many,x\n,4,y\n77,few,z\n${many(30)}`;
    expect(cellsOf(await load(text))).toEqual([
      [3, 2, "many"],
      [5, 4, "few"],
    ]);
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

describe("the line of a rejected row", () => {
  const good = (n: number, end = "\n") => Array.from({ length: n }, (_, i) => `${i},5,x${end}`).join("");
  const broken = 'id,n,note\n1,2,"a\nb\n\nc"\n';
  const rejectedOf = ({ first }: Awaited<ReturnType<typeof load>>) =>
    first.flatMap(({ line, row, text }) => (row === null ? [[line, text]] : []));
  const firstRows = () => ({ rows: { take: "first", count: 1000 } }) as const;

  test("is the true one also where only the first rows are loaded, below blank lines and blanks before a quote", async () => {
    const text = `${broken}\n\n5,6,7,8,9\n${good(9)}1,2, "d\ne"\nbad,line\n${good(9)}`;
    expect(rejectedOf(await load(text, firstRows))).toEqual([
      [8, "5,6,7,8,9"],
      [20, "bad,line"],
    ]);
  });

  test("is counted right where a file has both ends of line", async () => {
    const text = `id,n,note\r\n1,2,"a\nb"\r\n${good(4)}bad,line\n${good(9)}\r\nworse,line\r\n`;
    expect(rejectedOf(await load(text))).toEqual([
      [8, "bad,line"],
      [19, "worse,line"],
    ]);
  });

  test("stands in the file below quotes that are never closed, and is none where another row is found there", async () => {
    const text = `${broken}bad,line\n${good(9)}u,"ab,c\n7,5,x\n8,"d\ne""f",x\n${good(5)}lost,line\n${good(5)}`;
    const rejected = rejectedOf(await load(text));
    expect(rejected.map(([line]) => line)).toEqual([6, 16, 19, 25]);
    const lines = text.split("\n");
    for (const [line, row] of rejected) expect(lines[Number(line) - 1]).toBe(String(row).split("\n")[0]);
    const pieces = async function* () {
      yield { text };
    };
    const by = { delimiter: ",", quote: '"' };
    const rows = ["bad,line", "bad,lines", "0,5,"].map((row, i) => ({ counted: 3 + i, text: row }));
    const sought = { what: "rejected", file: null, rows, until: 9 } as const;
    expect(await rejectedLines(pieces(), by, sought)).toEqual({ lines: [6, null, null], sureUntil: 2 });
  });

  test("is told of a sign that the encoding does not have", async () => {
    const bytes = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0) & 255);
    const text = Uint8Array.from(bytes(`${broken}${good(9)}1,\u00c3(,x\n${good(9)}bad,line\n`));
    const utf8 = {
      format: "text",
      encoding: "utf-8",
      delimiter: ",",
      quote: '"',
      header: true,
      skip: 0,
    } as const;
    const unread = await load(text, () => ({ source: { ...utf8, dropTotals: true } }));
    expect(unread.first.map(({ line }) => line)).toEqual([15, 25]);
  });

  test("is left out for the many beyond those that are looked up, where the count may not be that of lines", async () => {
    const bad = Array.from({ length: 2500 }, (_, i) => `bad${i},line\n`).join("");
    const lines = async (text: string) => {
      expect((await load(text)).rows).toBe(2500);
      const found = await database.query(sql`select line, "text" from unread.lined order by rowid`);
      return found.rows().map(({ line, text }) => [line === null ? null : Number(line), text]);
    };
    const below = await lines(`${broken}${good(3000)}${bad}`);
    expect(below.slice(0, 2000)).toEqual(Array.from({ length: 2000 }, (_, i) => [3006 + i, `bad${i},line`]));
    expect(below.slice(2000).every(([line]) => line === null)).toBe(true);
    const plain = await lines(`id,n,note\n${good(3000)}${bad}9,5,"a\nb"\n`);
    expect(plain).toEqual(Array.from({ length: 2500 }, (_, i) => [3002 + i, `bad${i},line`]));
  });

  test("is none where the file cannot be read a second time", async () => {
    const file = new File([`${broken}bad,line\n${good(9)}`], "t.csv");
    const whole = await openReader();
    const reader = { ...whole, lines: () => Promise.reject(new Error("moved")) };
    const { unread } = await importFile(database, file, { table: "lined", reader });
    expect(rejectedOf(unread)).toEqual([[null, "bad,line"]]);
  });

  test("is the true one in the preview", async () => {
    const text = `${broken}bad,line\n${good(9)}`;
    const seen = await previewFile(database, new File([text], "t.csv"), { peeks: peeksHere });
    expect(seen.unread.map(({ line, text: row }) => [line, row])).toEqual([[6, "bad,line"]]);
  });
});
