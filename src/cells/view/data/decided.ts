import type { ImportNote, ImportPlan } from "../../../engine";

/** The two readings of a column whose dates can be read either way, put into the plan. */
export function decided(
  plan: ImportPlan,
  note: Extract<ImportNote, { note: "date-order" }>,
  dayFirst: boolean,
) {
  const reading = dayFirst ? note.dayFirst : note.monthFirst;
  const columns = plan.columns.map((column) =>
    column.name === note.column ? { ...column, reading, isChosen: true } : column,
  );
  return { ...plan, columns };
}
