import { PencilLine } from "lucide-react";
import { useRef, useState } from "react";
import { variantOfCell } from "../../kinds";
import { answersOf, entriesOf, type AnalysisCell, type Expectation } from "../../model";
import { basisOf, waits } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { ClaimForm } from "./claim-form";
import { ClaimText } from "./claim-text";
import "./ledger.css";

/** More of them stand in the list of what was tried. */
const mostShown = 3;

/** Under the sentence: what was expected of this question, and where it is written down. */
export function ClaimPlace({ cell }: { cell: AnalysisCell }) {
  const { workbench, texts } = useSurroundings();
  const slots = useSession((session) => session.notebook.data);
  const weekStart = useSession((session) => session.notebook.settings.weekStart);
  const ledger = useSession((session) => session.notebook.ledger);
  const isWaiting = useSession((session) => waits(session, cell));
  const [asked, ask] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const variant = variantOfCell(cell, slots, weekStart);
  if (!variant) return null;
  const isOpen = asked || isWaiting;
  const claims = entriesOf(ledger, variant).filter((one) => one.kind === "claim");
  const close = () => {
    ask(false);
    button.current?.focus();
  };
  const write = (expectation: Expectation) => {
    workbench.send({ type: "claim-written", cell: cell.id, expectation });
    close();
  };
  return (
    <div className="claim-place">
      {claims.slice(-mostShown).map((claim) => (
        <ClaimText key={claim.hash} claim={claim} />
      ))}
      <button
        ref={button}
        type="button"
        className="claim-open"
        aria-expanded={isOpen}
        hidden={isWaiting}
        onClick={() => ask(!asked)}
      >
        <PencilLine className="icon" aria-hidden="true" />
        {texts.ledger.write}
      </button>
      {isOpen && (
        <ClaimForm
          cell={cell}
          isWaiting={isWaiting}
          onWrite={write}
          onClose={isWaiting ? null : close}
          seen={<Seen cell={cell} question={variant} />}
        />
      )}
    </div>
  );
}

/** Whoever writes after an answer is told that it is after. */
function Seen({ cell, question }: { cell: AnalysisCell; question: { analysis: string; table: string } }) {
  const { texts } = useSurroundings();
  const seen = useSession((session) =>
    answersOf(session.notebook.ledger, question, basisOf(session, cell.id)),
  );
  return seen > 0 ? <p className="claim-seen">{texts.ledger.seen(seen)}</p> : null;
}
