import type { ImportPlan } from "../plan";
import { beginningOf, type Beginning } from "../read/beginning";
import type { Part } from "../read/part";
import { partsOf } from "../read/parts-of";
import { openSource } from "../read/source";
import { joinedFiles, type JoinedFile } from "./joined-files";
import { planForEach, settledByHand } from "./plan-for-each";

/** The rows of all files, one after another, each read as it is written. */
export async function* joinedParts(file: File, plan: ImportPlan): AsyncGenerator<Part> {
  const files = await joinedFiles(file);
  const byHand = await settledByHand(files[0]!, plan.source);
  let before = 0;
  for (const each of files) {
    const { own, places } = await planForEach(each, plan, byHand);
    let done = 0;
    for await (const part of partsOf(await openSource(each.file, each.entry), own)) {
      done = part.bytesRead;
      yield { ...placed(part, each, own, places), bytesRead: before + done };
    }
    before += done;
  }
}

/** Of the first file alone: the others are like it. */
export async function joinedBeginning(file: File, plan: ImportPlan, rows: number): Promise<Beginning> {
  const [first] = await joinedFiles(file);
  const { own, places } = await planForEach(first!, plan, await settledByHand(first!, plan.source));
  const { parts, lines } = await beginningOf(first!.file, { ...own, entry: first!.entry }, rows);
  return { parts: parts.map((part) => placed(part, first!, own, places)), lines };
}

function placed(part: Part, { name }: JoinedFile, own: ImportPlan, places: readonly number[] | null): Part {
  return {
    ...part,
    of: { name, ...(places && { places, headers: own.columns.map(({ header }) => header) }) },
  };
}
