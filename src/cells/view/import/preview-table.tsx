import { useMemo, useState } from "react";
import type { ImportPreview, Unread } from "../../../engine";
import { useTexts } from "../shell/workbench-context";
import { ColumnHead } from "./column-head";
import { withEach, type Wish } from "./edit-plan";
import { Turn } from "./turn";

interface PreviewTableProps {
  readonly wish: Wish;
  readonly seen: ImportPreview;
  readonly onChange: (wish: Wish) => void;
}

/** A file may have thousands of columns; each has fields of its own. */
const columnsAtOnce = 40;

/** The first rows as they will be. What could not be read stands in its cell as it was written. */
export function PreviewTable({ wish, seen, onChange }: PreviewTableProps) {
  const { importing: words, reading } = useTexts();
  const [from, setFrom] = useState(0);
  const { columns } = wish.plan;
  const shown = columns.slice(from, from + columnsAtOnce);
  const places = useMemo(() => new Map(seen.columns.map(({ name }, i) => [name, i])), [seen]);
  const odd = useMemo(() => oddCells(seen.unread), [seen]);
  const lacks = new Set(seen.joined?.lacks);
  const rejected = seen.unread.filter(({ row }) => row === null);
  return (
    <>
      <p className="import-facts">
        <span>{words.first(seen.rows.length)}</span>
        {rejected.length > 0 && <span className="is-odd">{words.unreadRows(rejected.length)}</span>}
        {odd.size > 0 && <span className="is-odd">{words.unreadCells(odd.size)}</span>}
        {columns.length > 4 && (
          <span>
            <button
              type="button"
              className="link"
              onClick={() => onChange(withEach(wish, () => ({ isKept: true })))}
            >
              {words.keepAll}
            </button>{" "}
            <button
              type="button"
              className="link"
              onClick={() => onChange(withEach(wish, () => ({ isKept: false })))}
            >
              {words.keepNone}
            </button>
          </span>
        )}
        {columns.length > columnsAtOnce && (
          <span className="import-pages">
            <Turn
              label={words.previous}
              to={from - columnsAtOnce}
              of={columns.length}
              onTurn={setFrom}
              isBack
            />
            {words.columnsShown(from + 1, Math.min(columns.length, from + columnsAtOnce), columns.length)}
            <Turn label={words.next} to={from + columnsAtOnce} of={columns.length} onTurn={setFrom} />
          </span>
        )}
      </p>
      <div className="import-rows" tabIndex={0} role="region" aria-label={words.asTable}>
        <table>
          <thead>
            <tr>
              {shown.map((column, i) => (
                <ColumnHead key={from + i} column={column} at={from + i} wish={wish} onChange={onChange} />
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.rows.map((row, at) => (
              <tr key={at}>
                {shown.map(({ name, isKept, reading: { form } }, i) => {
                  if (isKept && lacks.has(name))
                    return at > 0 ? null : (
                      <td key={from + i} className="is-lacking" rowSpan={seen.rows.length}>
                        {words.lacking}
                      </td>
                    );
                  const place = places.get(name);
                  const unread = odd.get(`${at + 1} ${name}`);
                  const text = place === undefined ? undefined : row[place];
                  return (
                    <td
                      key={from + i}
                      className={[
                        isKept ? "" : "is-left-out",
                        unread ? "is-odd" : text === null ? "is-null" : "",
                        ["whole", "number", "decimal"].includes(form) ? "is-number" : "",
                      ].join(" ")}
                      title={unread ? words.unreadCell(unread.reason, unread.text) : (text ?? undefined)}
                    >
                      {unread ? (
                        <s>{unread.text.slice(0, 80)}</s>
                      ) : text === null ? (
                        "NULL"
                      ) : (
                        text?.slice(0, 200)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {seen.rows.length === 0 && <p className="load-hint">{words.noRows}</p>}
      </div>
      {rejected.length > 0 && (
        <ul className="import-rejected">
          {rejected.slice(0, 20).map((one, i) => (
            <li key={i}>
              {one.line !== null && <span className="tabular">{reading.line(one.line)}: </span>}
              {one.reason} <code>{one.text.slice(0, 160)}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function oddCells(unread: readonly Unread[]): ReadonlyMap<string, Unread> {
  return new Map(
    unread.flatMap((one) => (one.row === null ? [] : [[`${one.row} ${one.column}`, one] as const])),
  );
}
