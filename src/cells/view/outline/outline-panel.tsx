import { useMemo } from "react";
import { LedgerSection } from "../ledger";
import { useSession, useTexts } from "../shell/workbench-context";
import { ContentsList } from "./contents-list";
import { DependencyView } from "./dependency-view";
import { drawingOf } from "./drawing";
import "./outline.css";

/** Right, on demand: the notebook's headings and cells, and who reads whom. */
export function OutlinePanel() {
  const { ledger, outline } = useTexts();
  const session = useSession((now) => now);
  const { notebook, tables, runs } = session;
  // A drawing is made anew only for another notebook, another table or another status.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- of the session, only these three are drawn
  const drawing = useMemo(() => drawingOf(session), [notebook.cells, tables, runs]);
  return (
    <aside className="outline" aria-label={outline.title}>
      <details open>
        <summary>{outline.contents}</summary>
        <ContentsList />
      </details>
      <details open>
        <summary>{outline.dependencies}</summary>
        {drawing.nodes.length ? (
          <DependencyView drawing={drawing} />
        ) : (
          <p className="outline-empty">{outline.nothing}</p>
        )}
      </details>
      <details>
        <summary>{ledger.title}</summary>
        <LedgerSection />
      </details>
    </aside>
  );
}
