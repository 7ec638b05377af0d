import type { Column, ColumnProfile } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";
import { Histogram } from "./histogram";
import "./columns.css";

/** A column at a glance: type, filled share, distinct values, range, shape. */
export function ColumnRow({ column, profile }: { column: Column; profile: ColumnProfile | null }) {
  const { texts, locale } = useSurroundings();
  const { data, count } = texts;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const share = profile && profile.rows > 0 ? profile.filled / profile.rows : null;
  return (
    <li className="column">
      <div className="column-head">
        <span className="column-name" title={column.name}>
          {column.name}
        </span>
        <span className="column-type">{column.type.toLowerCase()}</span>
      </div>
      {profile ? (
        <>
          <Histogram profile={profile} />
          <div className="column-facts tabular">
            {share !== null && (
              <span className={share < 1 ? "is-partly" : undefined}>
                {data.filled(percentFloor(percent, share))}
              </span>
            )}
            <span>{data.distinct(count.number(profile.distinct), profile.distinctIsEstimate)}</span>
          </div>
          {profile.smallest !== null && profile.largest !== null && (
            <div className="column-facts" title={`${profile.smallest} … ${profile.largest}`}>
              {data.range(profile.smallest, profile.largest)}
            </div>
          )}
        </>
      ) : (
        <div className="column-facts">{data.profiling}</div>
      )}
    </li>
  );
}

// 99.98 % filled must not read as 100 %.
function percentFloor(format: Intl.NumberFormat, share: number): string {
  return format.format(share === 1 ? 1 : Math.floor(share * 1000) / 1000);
}
