import { useMemo } from "react";
import type { Cell, Reckoned } from "../../model";
import { runOf, shownReckoned } from "../../session";
import { useSession, useTexts } from "../shell/workbench-context";

/** What the shown result is of. */
export function useReckoned(cell: Cell): Reckoned | null {
  const { locale } = useTexts();
  const run = useSession((session) => runOf(session, cell.id));
  return useMemo(() => shownReckoned(run, cell, locale), [run, cell, locale]);
}
