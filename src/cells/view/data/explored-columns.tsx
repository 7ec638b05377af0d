import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ColumnProfile, ImportedTable } from "../../../engine";
import { createExplorer, FilterBar } from "../explorer";
import { useWorkbench } from "../shell/workbench-context";
import { ColumnRow } from "./column-row";

interface ExploredColumnsProps {
  readonly loaded: ImportedTable;
  readonly profile: readonly ColumnProfile[] | null;
}

/** The columns of a table, and a look at what goes with what: a filter of one shows in all others. */
export function ExploredColumns({ loaded, profile }: ExploredColumnsProps) {
  const { explore } = useWorkbench();
  const [explorer] = useState(() =>
    createExplorer({
      shown: { table: loaded.name },
      columns: loaded.columns,
      ask: explore,
      known: profile ?? [],
      asksProfiles: false,
    }),
  );
  const state = useSyncExternalStore(explorer.subscribe, explorer.state);
  useEffect(() => {
    if (profile) explorer.know(profile);
  }, [explorer, profile]);
  const { list, near } = useNear((names) => explorer.see(names));
  return (
    <>
      <ul className="columns" ref={list}>
        {loaded.columns.map((column, i) => (
          <ColumnRow
            key={column.name}
            column={column}
            profile={profile?.[i] ?? null}
            explorer={explorer}
            state={state}
            isNear={near.has(column.name)}
          />
        ))}
      </ul>
      <FilterBar explorer={explorer} state={state} rowCount={loaded.rowCount} />
    </>
  );
}

/** Which columns are in the window or about to be. */
function useNear(onChange: (names: readonly string[]) => void) {
  const list = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const tell = useRef(onChange);
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { column = "" } = (target as HTMLElement).dataset;
          if (isIntersecting) seen.add(column);
          else seen.delete(column);
        }
        setNear(new Set(seen));
        tell.current([...seen]);
      },
      { rootMargin: "400px" },
    );
    for (const item of list.current?.children ?? []) observer.observe(item);
    return () => observer.disconnect();
  }, []);
  return { list, near };
}
