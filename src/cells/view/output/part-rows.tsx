import { useEffect, useState } from "react";
import type { Column } from "../../../engine";
import { ExportMenu } from "../export";
import { ResultGrid, type GridRow } from "../grid";
import type { Texts } from "../texts";
import type { LiveOutput } from "../../session";

interface PartRowsProps {
  readonly part: number;
  readonly live: LiveOutput;
  readonly name: string;
  /** What the part itself says of its rows; without it the code is asked. */
  readonly known?: Shape;
  readonly texts: Texts;
}

interface Shape {
  readonly columns: readonly Column[];
  readonly rowCount: number;
}

type State =
  | { readonly step: "reading" }
  | { readonly step: "failed"; readonly message: string }
  | {
      readonly step: "here";
      readonly live: LiveOutput;
      readonly shape: Shape;
      readonly first: readonly GridRow[];
    };

/** As many as the grid shows at once: its columns get their width from them. */
const firstRows = 40;

/** The rows behind a part, asked for when they are to be seen. Those of an earlier run stand until the new ones are here. */
export function PartRows({ part, live, name, known, texts }: PartRowsProps) {
  const [state, setState] = useState<State>({ step: "reading" });
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const shape = known ?? (await live.tableOf(part));
      const first = await live.rows(part, 0, Math.min(firstRows, shape.rowCount), null);
      if (isWanted) setState({ step: "here", live, shape, first });
    };
    read().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (isWanted) setState({ step: "failed", message });
    });
    return () => {
      isWanted = false;
    };
  }, [live, part, known]);
  if (state.step === "reading") return <p className="output-note output-reading">{texts.output.reading}</p>;
  if (state.step === "failed")
    return (
      <p className="output-note is-failed" role="alert">
        {texts.output.dataFailed(state.message)}
      </p>
    );
  const { shape, first } = state;
  return (
    <ResultGrid
      resultKey={`${keyOf(state.live)} ${part}`}
      columns={shape.columns}
      rowCount={shape.rowCount}
      loadRows={(offset, limit, order) => state.live.rows(part, offset, limit, order)}
      initialRows={first}
      takeAlong={(order) => (
        <ExportMenu
          id={`part ${keyOf(state.live)} ${part}`}
          title={name}
          what={() => state.live.shown(part)}
          order={order}
          rowCount={shape.rowCount}
          columnCount={shape.columns.length}
        />
      )}
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
