import fc from "fast-check";
import { expect, test } from "vitest";
import { elements } from "../../../src/engine/import/read/json-elements";

async function* cut(text: string, size: number) {
  for (let at = 0; at < text.length; at += size)
    yield { text: text.slice(at, at + size), bytesRead: Math.min(text.length, at + size) };
}

test("no row is lost or changed, however many arrays hold them and wherever the text is cut", async () => {
  const row = fc.dictionary(fc.constantFrom("a", 'b"', "c\\"), fc.jsonValue({ maxDepth: 2 }));
  const behind = fc.constantFrom("", "\n", " \r\n", "\nEND\n", "\n[]");
  const arrays = fc.array(fc.tuple(fc.array(row, { maxLength: 4 }), behind), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(arrays, fc.integer({ min: 1, max: 40 }), fc.nat(2), async (written, size, indent) => {
      const text = written.map(([rows, end]) => JSON.stringify(rows, null, indent) + end).join("\n");
      const [found, odd]: [unknown[], string[]] = [[], []];
      for await (const { value, broken, line } of elements(cut(text, size))) {
        if (!broken) found.push(value);
        else odd.push(`${line} ${broken.text}`);
      }
      expect(found).toEqual(JSON.parse(JSON.stringify(written.flatMap(([rows]) => rows))));
      const ends = text.split("\n").flatMap((line, i) => (line === "END" ? [`${i + 1} END`] : []));
      expect(odd).toEqual(ends);
    }),
  );
});
