import { describe, expect, test } from "vitest";
import type { GridOrder } from "../../../../src/cells/view/grid";
import { RowPages } from "../../../../src/cells/view/grid/row-pages";

const breathe = () => new Promise((done) => setTimeout(done));

function pagesOf(rowCount: number, initial = 0) {
  const asked: {
    offset: number;
    limit: number;
    order: GridOrder | null;
    answer: () => void;
    fail: () => void;
  }[] = [];
  const pages = new RowPages({
    rowCount,
    columnCount: 1,
    initialRows: Array.from({ length: initial }, (_, i) => [`initial ${i}`]),
    onChange: () => {},
    loadRows: (offset, limit, order) =>
      new Promise((done, refuse) =>
        asked.push({
          offset,
          limit,
          order,
          answer: () =>
            done(Array.from({ length: limit }, (_, i) => [`${order?.direction ?? "plain"} ${offset + i}`])),
          fail: () => refuse(new Error("gone")),
        }),
      ),
  });
  return { pages, asked };
}

describe("rows by page", () => {
  test("asks for what is seen, then for its neighbours, two at a time", async () => {
    const { pages, asked } = pagesOf(10_000);
    pages.want(450, 460);
    expect(asked.map(({ offset }) => offset)).toEqual([400, 500]);
    expect(pages.row(450)).toBe(undefined);
    asked[0]!.answer();
    await breathe();
    expect(pages.row(450)).toEqual(["plain 450"]);
    expect(asked.map(({ offset }) => offset)).toEqual([400, 500, 300]);
  });

  test("pages that have been scrolled past are not asked for", async () => {
    const { pages, asked } = pagesOf(1_000_000);
    pages.want(0, 10);
    pages.want(500_000, 500_010);
    pages.want(900_000, 900_010);
    for (const { answer } of asked) answer();
    await breathe();
    expect(asked.map(({ offset }) => offset)).not.toContain(500_000);
    expect(asked.map(({ offset }) => offset)).toContain(900_000);
  });

  test("the first rows are there at once, and the last page is as short as it is", async () => {
    const { pages, asked } = pagesOf(250, 50);
    expect(pages.row(49)).toEqual(["initial 49"]);
    pages.want(200, 249);
    expect(asked[0]).toMatchObject({ offset: 200, limit: 50 });
  });

  test("a table whose rows are all there asks for nothing", () => {
    const { pages, asked } = pagesOf(50, 50);
    pages.want(0, 49);
    expect(asked).toEqual([]);
  });

  test("answers of an old order are dropped", async () => {
    const { pages, asked } = pagesOf(100, 50);
    pages.want(0, 10);
    pages.reorder({ column: "a", direction: "descending" });
    pages.want(0, 10);
    expect(pages.row(0)).toBe(undefined);
    asked[0]!.answer();
    await breathe();
    expect(pages.row(0)).toBe(undefined);
    asked[1]!.answer();
    await breathe();
    expect(pages.row(0)).toEqual(["descending 0"]);
  });

  test("a failure is said once, and can be tried again", async () => {
    const { pages, asked } = pagesOf(100);
    pages.want(0, 10);
    asked[0]!.fail();
    await breathe();
    expect(pages.failure).toBe("gone");
    expect(asked).toHaveLength(1);
    pages.retry();
    asked[1]!.answer();
    await breathe();
    expect(pages.row(3)).toEqual(["plain 3"]);
  });

  test("a copy takes what is known and fetches the rest", async () => {
    const { pages, asked } = pagesOf(100, 2);
    const rows = pages.rows(0, 4);
    await breathe();
    expect(asked[0]).toMatchObject({ offset: 2, limit: 2 });
    asked[0]!.answer();
    expect((await rows).flat()).toEqual(["initial 0", "initial 1", "plain 2", "plain 3"]);
  });
});
