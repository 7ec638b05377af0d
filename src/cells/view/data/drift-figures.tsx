import type { Drift } from "../../session";
import { useSurroundings } from "../shell/workbench-context";

/** What can be put side by side: before, and now. */
export function DriftFigures({ drift }: { drift: Drift }) {
  const { texts, locale, region } = useSurroundings();
  const { count, importing } = texts;
  const { drift: words, beside } = importing;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { rows, period, missing, retyped } = drift;
  return (
    <>
      <table className="tabular">
        <thead>
          <tr>
            <td />
            <th scope="col">{beside.then}</th>
            <th scope="col">{beside.now}</th>
          </tr>
        </thead>
        <tbody>
          <Row label={words.rowCount} before={count.number(rows.before)} now={count.number(rows.now)} />
          {period && (
            <Row
              label={period.column}
              before={spanText(period.before, region)}
              now={spanText(period.now, region)}
            />
          )}
          {missing.map(({ column, before, now }) => (
            <Row
              key={`missing ${column}`}
              label={words.withoutValue(column)}
              before={percent.format(before)}
              now={percent.format(now)}
            />
          ))}
          {retyped.map(({ column, before, now }) => (
            <Row
              key={`type ${column}`}
              label={words.typeOf(column)}
              before={before.toLowerCase()}
              now={now.toLowerCase()}
            />
          ))}
        </tbody>
      </table>
      {period && (
        <figure className="drift-period">
          <Spans {...period} />
          <figcaption>{words.overlap[period.overlap]}</figcaption>
        </figure>
      )}
    </>
  );
}

function Row({ label, before, now }: { label: string; before: string; now: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{before}</td>
      <td>{now}</td>
    </tr>
  );
}

type Span = readonly [from: string, to: string];

/** Where the two lie on one line of time; the table says the days. */
function Spans({ before, now }: { before: Span; now: Span }) {
  const [[start, end], [from, to]] = [before.map(momentOf), now.map(momentOf)] as [number[], number[]];
  const times = [start!, end!, from!, to!];
  if (times.some(Number.isNaN)) return null;
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const at = (time: number) => (last > first ? ((time - first) / (last - first)) * 100 : 0);
  return (
    <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className="is-before"
        x={at(start!)}
        y={1}
        width={Math.max(1, at(end!) - at(start!))}
        height={5}
      />
      <rect className="is-now" x={at(from!)} y={9} width={Math.max(1, at(to!) - at(from!))} height={5} />
    </svg>
  );
}

/** DuckDB writes `2024-03-01 10:00:00`, which has no zone: all moments of one file are told in the same way. */
function momentOf(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19) || "00:00:00"}Z`);
}

/** Days; moments where all of it is within two days. */
function spanText([from, to]: Span, region: string): string {
  const [start, end] = [momentOf(from), momentOf(to)];
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} – ${to}`;
  const isShort = end - start < 2 * 86_400_000 && from.length > 10;
  const format = new Intl.DateTimeFormat(region, {
    dateStyle: "medium",
    ...(isShort && { timeStyle: "short" }),
    timeZone: "UTC",
  });
  return format.formatRange(start, end);
}
