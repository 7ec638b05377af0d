import { joinedFiles } from "../joined/joined-files";
import { planForEach, settledByHand } from "../joined/plan-for-each";
import type { ImportPlan } from "../plan";
import { openSource } from "../read/source";
import { textChunks } from "../read/text-chunks";
import { findLines } from "./find-lines";
import { placedRows } from "./placed-rows";
import { rejectedLines } from "./rejected-lines";
import type { FoundLines, SoughtLines } from "./sought";

/** The lines of cells and of rejected rows in a file, or in each of the files that make one table. */
export async function linesIn(
  file: File,
  plan: ImportPlan,
  sought: readonly SoughtLines[],
): Promise<readonly FoundLines[]> {
  const found: FoundLines[] = [];
  for (const one of sought) found.push(await linesOf(file, plan, one));
  return found;
}

async function linesOf(file: File, whole: ImportPlan, sought: SoughtLines): Promise<FoundLines> {
  const { file: own, plan, places } = await planIn(file, whole, sought.file);
  const source = own && (await openSource(own, plan.entry));
  if (source && sought.what === "cells") {
    const rows = await placedRows(source, plan);
    if (rows) return findLines(rows, sought, (column) => places?.[column] ?? column);
  }
  if (source && sought.what === "rejected" && plan.source.format === "text") {
    const { source: form } = plan;
    // Our own reader has said them.
    if (form.delimiter === "blanks")
      return { lines: sought.rows.map(({ counted }) => counted), sureUntil: sought.until };
    return rejectedLines(textChunks(source, form), form, sought);
  }
  return { lines: [], sureUntil: 0 };
}

async function planIn(file: File, plan: ImportPlan, wanted: string | null) {
  if (!plan.joined) return { file, plan, places: null };
  const files = await joinedFiles(file);
  const each = files.find(({ name }) => name === wanted);
  if (!each) return { file: null, plan, places: null };
  const { own, places } = await planForEach(each, plan, await settledByHand(files[0]!, plan.source));
  return { file: each.file, plan: { ...own, entry: each.entry }, places };
}
