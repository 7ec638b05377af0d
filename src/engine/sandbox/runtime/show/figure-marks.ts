import { isRows } from "./look";
import { isTable } from "../table";

/** A mark as Plot knows it after all transforms. */
export interface DrawnMark {
  /** `dot`, `line`, `bar`: as Plot names them to screen readers. */
  readonly kind: string;
  /** Values it shows: points of a line, dots, bars. */
  readonly count: number;
  /** One element for each value; the others join them into few. */
  readonly isOneEach: boolean;
  readonly source: unknown;
  readonly state: MarkState;
}

interface MarkState {
  readonly data?: unknown;
  readonly facets?: readonly ArrayLike<number>[];
  readonly channels: Readonly<Record<string, Channel>>;
}

interface Channel {
  readonly value?: ArrayLike<unknown>;
  readonly label?: unknown;
  readonly scale?: unknown;
}

interface PlotContext {
  getMarkState(mark: object): MarkState;
}

export const mostMarks = 100_000;
const mostPoints = 1_000_000;

export function drawnMarks(marks: unknown, context: PlotContext): DrawnMark[] {
  if (!Array.isArray(marks)) return [];
  return marks.flat(Infinity).flatMap((mark: unknown) => {
    if (typeof mark !== "object" || mark === null || !("render" in mark)) return [];
    const kind = "ariaLabel" in mark && typeof mark.ariaLabel === "string" ? mark.ariaLabel : "mark";
    if (decoration.test(kind)) return [];
    const state = context.getMarkState(mark);
    const count = (state.facets ?? []).reduce((sum, facet) => sum + facet.length, 0);
    const source = "data" in mark ? mark.data : null;
    return source ? [{ kind, count, isOneEach: !joining.test(kind), source, state }] : [];
  });
}

const decoration = /axis|grid|frame|tip|crosshair|graticule/;
const joining = /line|area|contour|density|raster|hull|delaunay|voronoi mesh|difference/;

export function refuseTooMany(marks: readonly DrawnMark[]): void {
  const sum = (some: readonly DrawnMark[]) => some.reduce((all, { count }) => all + count, 0);
  const single = marks.filter(({ isOneEach }) => isOneEach);
  const joined = marks.filter(({ isOneEach, kind }) => !isOneEach && /line|area/.test(kind));
  refuse(sum(single), mostMarks, single[0]?.kind ?? "");
  refuse(sum(joined), mostPoints, joined[0]?.kind ?? "");
}

function refuse(count: number, most: number, kind: string): void {
  if (count > most)
    throw new RangeError(
      `too many marks: ${count.toLocaleString("en")} (${kind}), at most ${most.toLocaleString("en")} can be drawn; ` +
        "count or average them in SQL first (group by), or use Plot.bin, Plot.hexbin or Plot.group",
    );
}

/** The rows behind the first mark that has some: as they were given, or what the mark made of them. */
export function dataOf(marks: readonly DrawnMark[]): (() => unknown) | null {
  const mark = marks.find(({ count, state }) => count > 0 && Object.keys(state.channels).length > 0);
  if (!mark) return null;
  const { source, state } = mark;
  const isAsGiven = state.data === source;
  if (isAsGiven && (isTable(source) || isRows(source))) return () => source;
  return () => resolved(state);
}

/** Channels as columns, named as the axes name them. */
function resolved({ channels, facets = [] }: MarkState): Record<string, unknown[]> {
  const rows = facets.flatMap((facet) => Array.from(facet));
  const columns: Record<string, unknown[]> = Object.create(null);
  for (const [name, { value, label, scale }] of Object.entries(channels)) {
    if (!value || (!scale && name !== "title" && name !== "text")) continue;
    const wanted = typeof label === "string" && label ? label : name;
    const unique = wanted in columns ? `${wanted} (${name})` : wanted;
    columns[unique] = rows.map((i) => plain(value[i]));
  }
  return columns;
}

function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && !(value instanceof Date) ? String(value) : value;
}
