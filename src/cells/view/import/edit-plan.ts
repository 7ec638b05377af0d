import type { ColumnPlan, ImportNote, ImportPlan, Known, NumberMarks, RowChoice } from "../../../engine";
import { inOrder, marksOf } from "./reading-choices";

/** How the file itself is written: what of it a person has set by hand. */
export type Form = NonNullable<Known["source"]>;

/** What the sheet asks for next. `byHand` are the columns a person has touched, by their place. */
export interface Wish {
  readonly plan: ImportPlan;
  readonly form: Form;
  readonly byHand: ReadonlySet<number>;
}

/** One column another way: a cell that does not fit is from now on counted and listed. */
export function withColumn(wish: Wish, at: number, change: Partial<ColumnPlan>): Wish {
  const columns = wish.plan.columns.map((column, i) =>
    i === at ? { ...column, ...change, isChosen: column.isChosen || change.reading !== undefined } : column,
  );
  return { ...wish, plan: { ...wish.plan, columns }, byHand: new Set(wish.byHand).add(at) };
}

export function withEach(wish: Wish, change: (column: ColumnPlan) => Partial<ColumnPlan> | null): Wish {
  return wish.plan.columns.reduce((next, column, at) => {
    const changed = change(column);
    return changed ? withColumn(next, at, changed) : next;
  }, wish);
}

/** All columns of numbers at once. */
export function withMarks(wish: Wish, marks: NumberMarks): Wish {
  return withEach(wish, ({ reading }) => {
    const old = marksOf(reading);
    return old ? { reading: { ...reading, marks: { ...old, ...marks } } as ColumnPlan["reading"] } : null;
  });
}

/** All columns of dates at once, also those whose cells left it open. */
export function withOrder(wish: Wish, dayFirst: boolean, notes: readonly ImportNote[]): Wish {
  return withEach(wish, ({ name, reading }) => {
    const open = notes.find((note) => note.note === "date-order" && note.column === name);
    if (open?.note === "date-order" && reading.form === "text")
      return { reading: dayFirst ? open.dayFirst : open.monthFirst };
    const ordered = inOrder(reading, dayFirst);
    return ordered !== reading && JSON.stringify(ordered) !== JSON.stringify(reading)
      ? { reading: ordered }
      : null;
  });
}

export function withRows(wish: Wish, rows: RowChoice | null): Wish {
  const { rows: _, ...all } = wish.plan;
  return { ...wish, plan: rows ? { ...all, rows } : all };
}

/** What the reader is to know: all of it, or, where the form has changed, what a person has settled. */
export function knownOf({ plan, form, byHand }: Wish, isNewForm: boolean): Known {
  if (!isNewForm) return { plan, isExact: true };
  const { zone, missing, rows } = plan;
  const columns = plan.columns.filter((_, i) => byHand.has(i));
  return {
    source: form,
    ...(plan.entry !== null && { entry: plan.entry }),
    rest: { columns, zone, missing, ...(rows && { rows }) },
  };
}

/** The plan that came back is the next to be changed; columns touched before are found again by their header. */
export function taken(wish: Wish, plan: ImportPlan): Wish {
  const touched = [...wish.byHand].map((at) => wish.plan.columns[at]);
  const byHand = plan.columns.flatMap((column, i) =>
    touched.some((one) => one && one.header === column.header && one.name === column.name) ? [i] : [],
  );
  return { ...wish, plan, byHand: new Set(byHand) };
}

/** Why a plan cannot be carried out: no column is kept, or two would have one name. */
export function faultIn({
  columns,
}: ImportPlan): { fault: "none" } | { fault: "twice"; name: string } | null {
  const kept = columns.filter(({ isKept }) => isKept).map(({ name }) => name.toLowerCase());
  if (!kept.length) return { fault: "none" };
  const twice = kept.find((name, i) => kept.indexOf(name) !== i);
  return twice === undefined ? null : { fault: "twice", name: twice };
}
