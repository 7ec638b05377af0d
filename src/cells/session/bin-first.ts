import { folded, isMoment, name, sql, type Column, type FigureFacts, type Sql } from "../../engine";
import { freeRelationName, newCell, type Cell, type TypescriptCell } from "../model";
import { columnsOf } from "./columns-ahead";
import { dependencies } from "./dependencies";
import { cellOf } from "./queue";
import type { Session } from "./session";

/** Boxes across and up: as fine as an eye can tell apart on a page, and few enough to be drawn at once. */
const across = 80;
const up = 50;

const countable = new Set<Column["kind"]>(["integer", "number", "decimal", "date", "timestamp"]);

/**
 * A chart of too many marks, counted first: an SQL cell with one row for each box that has rows in it, and a TypeScript
 * cell that draws the boxes. null when x and y are not columns of a relation that the cell reads.
 */
export function binFirst(session: Session, cell: TypescriptCell, facts: FigureFacts): readonly Cell[] | null {
  const label = (scale: "x" | "y") =>
    facts.axes.find((axis) => axis.scale === scale && !axis.isOrdinal)?.label;
  const [x, y] = [label("x"), label("y")];
  if (!x || !y) return null;
  for (const relation of relationsRead(session, cell.id)) {
    const column = (written: string) =>
      relation.columns.find((one) => countable.has(one.kind) && isLabelOf(written, one.name));
    const [across, up] = [column(x), column(y)];
    if (across && up) return cellsFor(session, relation.name, across, up);
  }
  return null;
}

// Plot puts an arrow before or behind a label.
function isLabelOf(label: string, column: string): boolean {
  return folded(label.replace(/^[↑←]\s*|\s*[→↓]$/g, "")) === folded(column);
}

function relationsRead(session: Session, id: string) {
  const above = dependencies(session).inputs.get(id) ?? [];
  return above.flatMap((node): { name: string; columns: readonly Column[] }[] => {
    const cell = cellOf(session, node);
    if (cell)
      return cell.kind === "sql" && cell.name
        ? [{ name: cell.name, columns: columnsOf(session, cell) ?? [] }]
        : [];
    const table = session.tables[node.replace(/^table:/, "")]?.loaded;
    return table ? [{ name: table.name, columns: table.columns }] : [];
  });
}

function cellsFor(session: Session, relation: string, x: Column, y: Column): readonly Cell[] {
  const taken = dependencies(session).nodes.flatMap(({ defines }) => defines);
  const binned = freeRelationName(`${relation}_boxes`, taken);
  const query = { ...newCell("sql"), name: binned, source: boxesOf(relation, x, y) };
  const label = (column: Column) => JSON.stringify(column.name);
  const source = `Plot.plot({
  x: { label: ${label(x)} },
  y: { label: ${label(y)} },
  color: { scheme: "blues", legend: true, label: "rows" },
  marks: [Plot.rect(${binned}, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "n", inset: 0, tip: true })],
})`;
  return [query, { ...newCell("typescript"), source }];
}

/** Rows counted in a grid between the smallest and the largest of each column; rows without one of them are left out. */
export function boxesOf(relation: string, x: Column, y: Column): string {
  return sql`
    with points as (
      select ${asNumber(x)} as x, ${asNumber(y)} as y from ${name(relation)}
      where ${name(x.name)} is not null and ${name(y.name)} is not null
    ), limits as (
      select min(x) as x_low, max(x) as x_high, min(y) as y_low, max(y) as y_high from points
    ), boxes as (
      select ${box("x", across)} as x_box, ${box("y", up)} as y_box, count(*) as n
      from points, limits group by all
    )
    select ${edge(x, "x", 0, across)} as x1, ${edge(x, "x", 1, across)} as x2,
      ${edge(y, "y", 0, up)} as y1, ${edge(y, "y", 1, up)} as y2, n
    from boxes, limits order by all`.text;
}

type Axis = "x" | "y";

// Values that are all equal make one box without a width.
function box(of: Axis, boxes: number): Sql {
  const [low, high] = [name(`${of}_low`), name(`${of}_high`)];
  const place = sql`floor((${name(of)} - ${low}) / nullif(${high} - ${low}, 0) * ${boxes})`;
  return sql`coalesce(least(${boxes - 1}, ${place}), 0)`;
}

function edge(column: Column, of: Axis, further: number, boxes: number): Sql {
  const [low, high, at] = [name(`${of}_low`), name(`${of}_high`), name(`${of}_box`)];
  const place = sql`${low} + (${high} - ${low}) * (${at} + ${further}) / ${boxes}`;
  return isMoment(column.kind) ? sql`epoch_ms((${place})::bigint)` : place;
}

function asNumber(column: Column): Sql {
  const value = name(column.name);
  return isMoment(column.kind) ? sql`epoch_ms(${value}::timestamp)::double` : sql`${value}::double`;
}
