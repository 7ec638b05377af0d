import type { TextSource } from "../../../src/engine/import/plan";
import { openSource } from "../../../src/engine/import/read/source";
import { textParts } from "../../../src/engine/import/read/text-parts";
import { type Reader, reader } from "../../../src/engine/import/reader";

/** Reads every text by SQL. */
export const careful: Reader = {
  ...reader,
  async *parts(file, plan) {
    yield* textParts(await openSource(file, plan.entry), plan.source as TextSource, plan.columns.length);
  },
};

/** Reads as ever, and counts the parts that came as values. */
export function counting(): Reader & { values: number } {
  const counted = {
    values: 0,
    ...reader,
    async *parts(...given: Parameters<Reader["parts"]>) {
      for await (const part of reader.parts(...given)) {
        if (part.form === "arrow") counted.values++;
        yield part;
      }
    },
  };
  return counted;
}
