import { useEffect, useState } from "react";
import type { Column } from "../../../engine";
import { ResultGrid } from "../grid";
import type { Texts } from "../texts";
import type { LiveOutput } from "./live-output";

interface PartRowsProps {
  readonly part: number;
  readonly live: LiveOutput;
  readonly name: string;
  readonly texts: Texts;
}

type State =
  | { readonly step: "reading" }
  | { readonly step: "failed"; readonly message: string }
  | { readonly step: "here"; readonly columns: readonly Column[]; readonly rowCount: number };

/** The rows behind a part, asked for when they are to be seen. */
export function PartRows({ part, live, name, texts }: PartRowsProps) {
  const [state, setState] = useState<State>({ step: "reading" });
  useEffect(() => {
    let isWanted = true;
    live.tableOf(part).then(
      ({ columns, rowCount }) => isWanted && setState({ step: "here", columns, rowCount }),
      (error: unknown) =>
        isWanted &&
        setState({ step: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [live, part]);
  if (state.step === "reading") return <p className="output-note">{texts.output.reading}</p>;
  if (state.step === "failed")
    return (
      <p className="output-note is-failed" role="alert">
        {texts.output.dataFailed(state.message)}
      </p>
    );
  const { columns, rowCount } = state;
  return <LiveGrid part={part} live={live} name={name} texts={texts} columns={columns} rowCount={rowCount} />;
}

interface LiveGridProps extends PartRowsProps {
  readonly columns: readonly Column[];
  readonly rowCount: number;
}

export function LiveGrid({ part, live, name, texts, columns, rowCount }: LiveGridProps) {
  return (
    <ResultGrid
      resultKey={`${keyOf(live)} ${part}`}
      columns={columns}
      rowCount={rowCount}
      loadRows={(offset, limit, order) => live.rows(part, offset, limit, order)}
      labels={{ ...texts.grid, name, noRows: texts.output.noRows, noColumns: texts.output.noColumns }}
    />
  );
}

const keys = new WeakMap<LiveOutput, number>();
let last = 0;

/** Another run is another key: the grid forgets the rows of the one before. */
function keyOf(live: LiveOutput): number {
  const key = keys.get(live) ?? ++last;
  keys.set(live, key);
  return key;
}
