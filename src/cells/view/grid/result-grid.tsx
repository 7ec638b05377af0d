import type { ResultGridProps } from "./grid";

export function ResultGrid({ columns, initialRows, labels }: ResultGridProps) {
  return (
    <div className="grid" role="grid" aria-label={labels.name} aria-colcount={columns.length}>
      {(initialRows ?? []).map((row, i) => (
        <div role="row" key={i}>
          {row.map((text, j) => (
            <span role="gridcell" key={j}>
              {text}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
