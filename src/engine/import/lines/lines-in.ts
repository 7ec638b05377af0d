import { joinedFiles } from "../joined/joined-files";
import { planForEach, settledByHand } from "../joined/plan-for-each";
import type { ImportPlan } from "../plan";
import { openSource } from "../read/source";
import { findLines } from "./find-lines";
import { placedRows } from "./placed-rows";
import type { FoundLines, SoughtLines } from "./sought";

/** The lines of cells in a file, or in each of the files that make one table. */
export async function linesIn(
  file: File,
  plan: ImportPlan,
  sought: readonly SoughtLines[],
): Promise<readonly FoundLines[]> {
  const found: FoundLines[] = [];
  for (const one of sought) {
    const { own, places } = await planIn(file, plan, one);
    const rows = own && (await placedRows(await openSource(own.file, own.plan.entry), own.plan));
    const placeOf = (column: number) => places?.[column] ?? column;
    found.push(rows ? await findLines(rows, one, placeOf) : { cells: [], rejected: [] });
  }
  return found;
}

async function planIn(file: File, plan: ImportPlan, { file: wanted }: SoughtLines) {
  if (!plan.joined) return { own: { file, plan }, places: null };
  const files = await joinedFiles(file);
  const each = files.find(({ name }) => name === wanted);
  if (!each) return { own: null, places: null };
  const { own, places } = await planForEach(each, plan, await settledByHand(files[0]!, plan.source));
  return { own: { file: each.file, plan: { ...own, entry: each.entry } }, places };
}
