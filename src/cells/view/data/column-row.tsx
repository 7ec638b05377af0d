import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Column, ColumnProfile } from "../../../engine";
import {
  ColumnDetail,
  ColumnParts,
  countsOf,
  distinctWords,
  missingWords,
  piecesOf,
  spanWords,
  type ExplorerState,
  type ExplorerStore,
} from "../explorer";
import { useSurroundings } from "../shell/workbench-context";
import "./columns.css";

interface ColumnRowProps {
  readonly column: Column;
  readonly profile: ColumnProfile | null;
  readonly explorer: ExplorerStore;
  readonly state: ExplorerState;
  /** In the window or close to it: a table may have thousands of columns. */
  readonly isNear: boolean;
}

/** A column at a glance: type, what is missing, distinct values, shape; more when it is opened. */
export function ColumnRow({ column, profile, explorer, state, isNear }: ColumnRowProps) {
  const { texts, region } = useSurroundings();
  const [isOpen, setOpen] = useState(false);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  const isSampled = profile?.histogram.form === "top" && profile.histogram.isOfSample;
  return (
    <li className="column" data-column={column.name}>
      <button
        type="button"
        className="column-head"
        aria-expanded={isOpen}
        disabled={!profile}
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow className="icon" aria-hidden="true" />
        <span className="column-name" title={column.name}>
          {column.name}
        </span>
        <span className="column-type">{column.type.toLowerCase()}</span>
      </button>
      {profile && (
        <>
          {isNear && (
            <ColumnParts
              profile={profile}
              {...countsOf(state, column.name)}
              pieces={piecesOf(state, column.name)}
              keep={(pieces) => explorer.keep(column, pieces)}
              most={isOpen ? 10 : 3}
            />
          )}
          <div className="column-facts tabular">
            <span className={profile.filled < profile.rows ? "is-partly" : undefined}>
              {missingWords(texts, region, profile)}
            </span>
            <span>{distinctWords(texts, profile)}</span>
          </div>
          {profile.smallest !== null && profile.largest !== null && !isOpen && (
            <div className="column-facts" title={`${profile.smallest} … ${profile.largest}`}>
              {spanWords(texts, region, column, profile.smallest, profile.largest)}
            </div>
          )}
          {isOpen && isSampled && <p className="column-facts">{texts.explorer.ofSample}</p>}
          {isOpen && <ColumnDetail explorer={explorer} state={state} profile={profile} />}
        </>
      )}
      {!profile && <div className="column-facts">{texts.data.profiling}</div>}
    </li>
  );
}
