import type { Column } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";
import { ColumnParts } from "./column-parts";
import { countsOf, piecesOf, type ExplorerState, type ExplorerStore } from "./explorer-store";
import { distinctWords, missingWords } from "./fact-words";

interface StripColumnProps {
  readonly explorer: ExplorerStore;
  readonly state: ExplorerState;
  readonly column: Column;
}

/** One column in the strip over a grid: its shape, and two facts in a line. */
export function StripColumn({ explorer, state, column }: StripColumnProps) {
  const { texts, region } = useSurroundings();
  const profile = state.profiles.get(column.name);
  if (!profile) return <span className="grid-pending" role="status" aria-label={texts.explorer.loading} />;
  return (
    <div className="strip-column">
      <p className="strip-facts">
        <span>{distinctWords(texts, profile)}</span>
        {profile.filled < profile.rows && <span>{missingWords(texts, region, profile)}</span>}
      </p>
      <ColumnParts
        profile={profile}
        {...countsOf(state, column.name)}
        pieces={piecesOf(state, column.name)}
        keep={(pieces) => explorer.keep(column, pieces)}
        most={3}
      />
    </div>
  );
}
