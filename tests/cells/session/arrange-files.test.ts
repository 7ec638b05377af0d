import { expect, test } from "vitest";
import { arranged } from "../../../src/cells/session/arrange-files";
import { chosenFolder } from "../../../src/cells/session/folder-files";
import { filesInSet, type Shape } from "../../../src/engine";

const given = (...names: string[]) =>
  names.map((name) => ({ name, file: new File([name], name.replace(/^.*\//, "")) }));

/** `a,b` for the columns of each file; none: it cannot be read. */
const shapes =
  (columns: Readonly<Record<string, string>>) =>
  async (file: File): Promise<Shape | null> => {
    const own = columns[await file.text()];
    return own === undefined ? null : { format: "text", headers: own.split(",") };
  };

const inside = (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => (await filesInSet(file))?.map(({ name }) => name).join(" + ") ?? file.name),
  );

test("a series of one shape is one table, in the place of its first file", async () => {
  const files = given("users.csv", "e-2.csv", "e-1.csv", "orders.csv");
  const shapeOf = shapes({ "e-1.csv": "a,b", "e-2.csv": "b,a,c", "users.csv": "a,b", "orders.csv": "a,b" });
  expect(await inside(await arranged(files, false, shapeOf))).toEqual([
    "users.csv",
    "e-1.csv + e-2.csv",
    "orders.csv",
  ]);
});

test("files of other columns, or that cannot be read, stay tables of their own", async () => {
  const files = given("e-1.csv", "e-2.csv");
  expect(
    await inside(await arranged(files, false, shapes({ "e-1.csv": "a,b", "e-2.csv": "x,y" }))),
  ).toHaveLength(2);
  expect(await inside(await arranged(files, false, shapes({ "e-1.csv": "a,b" })))).toHaveLength(2);
});

test("in a folder what has the same columns is one table whatever the names, and the others are their own", async () => {
  const files = given("d/north.csv", "d/south.csv", "d/people.csv");
  const shapeOf = shapes({ "d/north.csv": "a,b", "d/south.csv": "B,A", "d/people.csv": "name" });
  expect(await inside(await arranged(files, true, shapeOf))).toEqual([
    "d/north.csv + d/south.csv",
    "people.csv",
  ]);
});

test("hidden files and unknown kinds in a folder are left alone and named", () => {
  const found = chosenFolder(
    given("d/a.csv", "d/.git/x.csv", "d/~$b.xlsx", "d/b.xlsx", "d/photo.png", "d/Thumbs.db").map(
      ({ name, file }) => Object.defineProperty(file, "webkitRelativePath", { value: name }),
    ),
  );
  expect(found.files.map(({ name }) => name)).toEqual(["d/a.csv", "d/b.xlsx"]);
  expect(found.skipped).toEqual(["d/.git/x.csv", "d/~$b.xlsx", "d/photo.png", "d/Thumbs.db"]);
});
