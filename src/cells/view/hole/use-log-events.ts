import { useEffect, useState } from "react";
import { folded } from "../../../engine";
import { useSession, useWorkbench } from "../shell/workbench-context";
import type { LogEvents } from "./lever-choices";

/** As many as the workbench gives: then there may be more. */
const mostGiven = 500;

/** The events of a log, most frequent first; null before they are known, and where the table's rows are not here. */
export function useLogEvents(table: string, column: string | undefined): LogEvents | null {
  const { valuesOf } = useWorkbench();
  const load = useSession(
    ({ tables }) => Object.entries(tables).find(([name]) => folded(name) === folded(table))?.[1].load ?? null,
  );
  const of = column === undefined || load === null ? null : JSON.stringify([table, column, load]);
  const [known, setKnown] = useState<{ of: string; events: LogEvents } | null>(null);
  useEffect(() => {
    if (of === null || column === undefined) return;
    let current = true;
    valuesOf(table, column).then(
      (found) => {
        const names = found.map(({ value }) => value);
        if (current) setKnown({ of, events: { names, isWhole: names.length < mostGiven } });
      },
      // The table went while it was asked: nothing is known of its events.
      () => current && setKnown(null),
    );
    return () => {
      current = false;
    };
  }, [valuesOf, table, column, of]);
  return known && known.of === of ? known.events : null;
}
