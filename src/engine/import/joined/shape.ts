import { EngineError } from "../../engine-error";
import type { SourcePlan } from "../plan";
import { openSource } from "../read/source";
import { sampleFrom, sniffSource } from "../sniff/sniff-source";

/** By what files are told to be of one shape. */
export interface Shape {
  readonly format: SourcePlan["format"];
  readonly headers: readonly string[];
}

/** Null for a file that cannot be read, or holds several: it says why when it is read by itself. */
export async function shapeOf(file: File, entry: string | null): Promise<Shape | null> {
  try {
    const source = await openSource(file, entry);
    if (source.entries.length > 1 && entry === null) return null;
    const sample = await sampleFrom(source, {});
    if (sample) return { format: sample.source.format, headers: sample.headers };
    const { plan } = await sniffSource(source, {});
    return { format: plan.source.format, headers: plan.columns.map(({ header }) => header) };
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
