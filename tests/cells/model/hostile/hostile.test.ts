// @vitest-environment jsdom
import { expect, test } from "vitest";
import { notebookOfSql, readNotebook, ReadError, writeNotebook } from "../../../../src/cells/model";
import { notebookOfKit } from "../../../../src/cells/model/kit";
import { schemaErrors } from "../fixture";
import { hostileFiles } from "./hostile-notebooks";

test.each(hostileFiles)(
  "$name is read or refused, and what is read is valid when saved",
  ({ name, text }) => {
    const read = readOrNull(name, text);
    expect(read === null).toBe(/^(bare|page)/.test(name));
    if (read) {
      const written = writeNotebook(read.notebook);
      expect(schemaErrors(written)).toEqual([]);
      expect(readNotebook(written).notebook).toEqual(read.notebook);
    }
    expect("broken" in window).toBe(false);
  },
);

function readOrNull(name: string, text: string) {
  try {
    if (name.endsWith(".sql")) return notebookOfSql(text);
    return name.endsWith(".html") ? notebookOfKit(text) : readNotebook(text);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
