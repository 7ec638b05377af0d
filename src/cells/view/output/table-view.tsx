import type { TablePart } from "../../../engine";
import { ResultGrid } from "../grid";
import type { Texts } from "../texts";
import type { LiveOutput } from "../../session";
import { PartRows } from "./part-rows";

interface TableViewProps {
  readonly part: TablePart;
  readonly label: string;
  readonly live: LiveOutput | null;
  readonly texts: Texts;
}

export function TableView({ part, label, live, texts }: TableViewProps) {
  const { columns, rowCount, first: kept } = part;
  const name = texts.output.tableName(label);
  if (live) return <PartRows part={part.part} live={live} name={name} known={part} texts={texts} />;
  if (!kept.length) return <p className="output-note">{texts.output.tableGone(rowCount)}</p>;
  return (
    <>
      <ResultGrid
        resultKey={`kept ${part.part}`}
        columns={columns}
        rowCount={kept.length}
        loadRows={(offset, limit) => Promise.resolve(kept.slice(offset, offset + limit))}
        initialRows={kept}
        labels={{ ...texts.grid, name }}
      />
      <p className="output-note">{texts.grid.savedFirst(kept.length, rowCount)}</p>
    </>
  );
}
