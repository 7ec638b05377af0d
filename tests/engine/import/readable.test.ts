import { expect, test } from "vitest";
import { filesInSet } from "../../../src/engine";
import { isDatabaseFile } from "../../../src/engine/import/attached/attach";
import { openSource } from "../../../src/engine/import/read/source";

/** A file that was changed on the disk after it was chosen, as a browser gives it. */
class Changed extends File {
  override slice(): Blob {
    const refuse = () => Promise.reject(new DOMException("could not be read", "NotReadableError"));
    return Object.assign(new Blob(), { arrayBuffer: refuse, text: refuse });
  }
}

test.each([
  ["looked at for DuckDB's mark", isDatabaseFile],
  ["opened", (file: File) => openSource(file, null)],
  ["looked at for other files in it", filesInSet],
])("a file that cannot be read any more is said to be so, also when it is %s", async (_, look) => {
  const file = new Changed([], "log.csv");
  await expect(look(file)).rejects.toMatchObject({
    code: "unreadable-file",
    message: "unreadable file: log.csv",
  });
});
