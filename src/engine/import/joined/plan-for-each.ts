import type { ColumnPlan, ImportPlan, SourcePlan } from "../plan";
import { openSource } from "../read/source";
import type { Known } from "../reader";
import { sampleFrom, sniffSource } from "../sniff/sniff-source";
import { placesOf } from "./columns-of-all";
import type { JoinedFile } from "./joined-files";

type Form = NonNullable<Known["source"]>;

/** How one of the files is read: by the columns of the whole, in its own order, and by its own form. */
export async function planForEach(
  { file, entry }: JoinedFile,
  plan: ImportPlan,
  byHand: Form,
): Promise<{ readonly own: ImportPlan; readonly places: readonly number[] | null }> {
  const source = await openSource(file, entry);
  const sample = await sampleFrom(source, byHand);
  const headers =
    sample?.headers ?? (await sniffSource(source, byHand)).plan.columns.map(({ header }) => header);
  const form = sample?.source ?? plan.source;
  // Its reader finds columns by their keys itself, and more of them on the way.
  if (form.format === "json") return { own: { ...plan, source: form, entry: null }, places: null };
  const places = placesOf(
    plan.columns.map(({ header }) => header),
    headers,
  );
  const columns = headers.map((header, i): ColumnPlan => {
    const found = plan.columns[places.indexOf(i)];
    return found ?? { header, name: header, reading: { form: "text" }, isKept: false, isChosen: false };
  });
  return { own: { ...plan, source: form, entry: null, columns }, places };
}

/** What of the form a person has set otherwise than the first file looks: that holds for all of them. */
export async function settledByHand({ file, entry }: JoinedFile, settled: SourcePlan): Promise<Form> {
  const sample = await sampleFrom(await openSource(file, entry), {});
  if (!sample) return {};
  const guessed = sample.source as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(settled).filter(([key, value]) => key !== "format" && guessed[key] !== value),
  ) as Form;
}
