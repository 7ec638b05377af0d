import { expect, test } from "vitest";
import { sql } from "../../../src/engine";
import { importFile } from "../../../src/engine/import/import-file";
import { unpackLz4 } from "../../../src/engine/import/read/lz4-frame";
import { openTestDatabase } from "../open-database";
import { packedWithLz4, packedWithZstandard } from "./packed-feather";

const load = async (bytes: BlobPart) => {
  const database = await openTestDatabase();
  await importFile(database, new File([bytes], "t.feather"), { table: "t" });
  return database;
};

test("Feather packed with LZ4, as pandas writes it, is read to the last digit", async () => {
  const database = await load(packedWithLz4);
  const found = await database.query(sql`
    select count(*) as rows, count(x) as filled, sum(x) as x, count(distinct id) as ids, max(n)::varchar as n from t`);
  // Sums of i / 4 over the 96 of 0..119 that five does not divide.
  expect(found.rows()).toEqual([{ rows: 120, filled: 96, x: 1440, ids: 7, n: "9007199255683353" }]);
  await database.close();
});

test("Zstandard is refused by name, with the way out", async () => {
  await expect(load(packedWithZstandard)).rejects.toMatchObject({
    code: "unreadable-file",
    message: expect.stringContaining("Zstandard cannot be unpacked here; save it with LZ4"),
  });
});

const frame = (...blocks: number[][]) =>
  Uint8Array.from([
    ...[0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82],
    ...blocks.flatMap((block) => [block.length, 0, 0, 0, ...block]),
    ...[0, 0, 0, 0],
  ]);

test("a frame: literals, a match that reaches into itself and into the block before, long lengths", () => {
  const first = [0x10, 0x61, 1, 0, 0x00, 1, 0, 0x10, 0x62];
  expect(new TextDecoder().decode(unpackLz4(frame(first)))).toBe("aaaaaaaaab");
  const long = [0x1f, 0x61, 1, 0, 255, 3, 0x10, 0x62];
  expect(unpackLz4(frame(long))).toHaveLength(1 + 15 + 255 + 3 + 4 + 1);
  expect(new TextDecoder().decode(unpackLz4(frame(first, [0x00, 10, 0, 0x10, 0x63])))).toBe(
    "aaaaaaaaabaaaac",
  );
});

test.each([
  ["no frame", [1, 2, 3, 4, 5, 6, 7, 8]],
  ["a match before the beginning", [...frame([0x10, 0x61, 2, 0, 0x10, 0x62])]],
  ["a block longer than the bytes", [...frame([0x10, 0x61])].slice(0, 11)],
  ["literals beyond the block", [...frame([0x50, 0x61])]],
])("%s is refused, never read as something else", (_, bytes) => {
  expect(() => unpackLz4(Uint8Array.from(bytes))).toThrow(RangeError);
});
