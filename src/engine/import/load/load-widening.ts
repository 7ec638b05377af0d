import { EngineError } from "../../engine-error";
import type { ImportPlan } from "../plan";
import { loadParts } from "./load-parts";
import { misfitIn, widened } from "./misfit";

/** Repeats the load with a wider reading for a guessed column as often as a cell does not fit it. */
export async function loadWidening(
  ...[database, reader, file, plan, own, options]: Parameters<typeof loadParts>
): ReturnType<typeof loadParts> {
  try {
    return await loadParts(database, reader, file, plan, own, options);
  } catch (error) {
    const misfit = error instanceof EngineError ? misfitIn(error.message) : undefined;
    if (!misfit) throw error;
    const columns = plan.columns.map((column, i) =>
      i + 1 === misfit.column ? widened(column, misfit.cell) : column,
    );
    const wider: ImportPlan = { ...plan, columns };
    return loadWidening(database, reader, file, wider, own, options);
  }
}
