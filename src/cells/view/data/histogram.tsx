import type { ColumnProfile } from "../../../engine";
import { useTexts } from "../shell/workbench-context";

const width = 240;
const height = 28;

/** Bars of equal width for numbers and times; shares of the most frequent values for the rest. */
export function Histogram({ profile }: { profile: ColumnProfile }) {
  const { data, reading, count } = useTexts();
  const { histogram } = profile;
  if (histogram.form === "bins") {
    const most = Math.max(1, ...histogram.bins.map((bin) => bin.count));
    const step = width / Math.max(1, histogram.bins.length);
    return (
      <svg
        className="histogram"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={data.histogram(profile.name)}
        preserveAspectRatio="none"
      >
        {histogram.bins.map((bin, i) => {
          const tall = bin.count === 0 ? 0 : Math.max(1, (bin.count / most) * height);
          return (
            <rect key={i} x={i * step + 0.5} y={height - tall} width={Math.max(0.5, step - 1)} height={tall}>
              <title>{`${data.range(bin.from, bin.to)}: ${count.number(bin.count)}`}</title>
            </rect>
          );
        })}
      </svg>
    );
  }
  const total = histogram.values.reduce((sum, one) => sum + one.count, histogram.others);
  if (total === 0 || profile.distinct === profile.filled) return null;
  return (
    <ul className="top-values" aria-label={data.histogram(profile.name)}>
      {histogram.values.slice(0, 3).map((one) => (
        <li key={one.value} style={{ "--share": `${(100 * one.count) / total}%` } as React.CSSProperties}>
          <span title={one.value}>{one.value === "" ? reading.emptyHeader : one.value}</span>
          <span className="tabular">{count.number(one.count)}</span>
        </li>
      ))}
    </ul>
  );
}
