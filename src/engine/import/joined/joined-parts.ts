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

/** Which of the files that make one table is looked at. */
export interface ShownFile {
  readonly files: readonly string[];
  /** One of them. */
  readonly shown: string;
}

/** Of one of the files alone: of the first, unless it is said which. */
export async function joinedBeginning(
  file: File,
  plan: ImportPlan,
  rows: number,
  wanted: string | undefined,
): Promise<Beginning & { readonly joined: ShownFile }> {
  const files = await joinedFiles(file);
  const first = files[0]!;
  const shown = files.find(({ name }) => name === wanted) ?? first;
  const { own, places } = await planForEach(shown, plan, await settledByHand(first, plan.source));
  const { parts, lines } = await beginningOf(shown.file, { ...own, entry: shown.entry }, rows);
  return {
    parts: parts.map((part) => placed(part, shown, own, places)),
    lines,
    joined: { files: files.map(({ name }) => name), shown: shown.name },
  };
}

function placed(part: Part, { name }: JoinedFile, own: ImportPlan, places: readonly number[] | null): Part {
  return {
    ...part,
    of: { name, ...(places && { places, headers: own.columns.map(({ header }) => header) }) },
  };
}
