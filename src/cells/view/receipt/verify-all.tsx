import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { analysisById, titleOf } from "../../../analyses";
import { isEqual } from "../../model";
import { cellsToVerify, labelOf, outcomeOf, type Outcome, type ToVerify } from "../../session";
import { DialogFrame } from "../dialog/dialog-frame";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { VerifiedView } from "./verified-view";
import { WhyNot } from "./why-not";
import "./receipt.css";

/** Every cell is reckoned once more; each line says whether the same came out, where not, or why it cannot be told. */
export function VerifyAll({ onClose }: { onClose: () => void }) {
  const { workbench, texts } = useSurroundings();
  const { receipt, locale } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const [cells] = useState(() => cellsToVerify(workbench.session(), locale));
  const session = useSession((one) => one);
  useEffect(() => {
    const wanted = cells.flatMap(({ cell, before, obstacle }) => (before && !obstacle ? [cell] : []));
    if (wanted.length === 0) return;
    workbench.forgetAnswers(Object.keys(workbench.session().tables));
    workbench.send({ type: "run-requested", cells: wanted });
  }, [workbench, cells]);
  const lines = cells.map((cell) => ({ cell, outcome: outcomeOf(session, cell, locale) }));
  const number = (wanted: Line["kind"]) => lines.filter(({ outcome }) => lineOf(outcome) === wanted).length;
  const isDone = number("waiting") === 0;
  // What somebody has to look at stands first, once nothing moves any more.
  const shown = isDone
    ? lines.toSorted((a, b) => order[lineOf(a.outcome)] - order[lineOf(b.outcome)])
    : lines;
  const summary =
    cells.length === 0
      ? receipt.all.nothing
      : isDone
        ? receipt.all.summary(number("equal"), number("differs"), number("unknown"))
        : receipt.all.running(cells.length - number("waiting"), cells.length);
  return (
    <DialogFrame dialog={dialog} className="verify-all" title={receipt.all.title} onClose={onClose}>
      <div className="verify-all-body" tabIndex={0} role="region" aria-label={receipt.all.title}>
        <p role="status" className="verify-all-summary">
          {summary}
        </p>
        <ul>
          {shown.map(({ cell, outcome }) => (
            <OneCell key={cell.cell} of={cell} outcome={outcome} onGo={() => dialog.current?.close()} />
          ))}
        </ul>
      </div>
    </DialogFrame>
  );
}

interface Line {
  readonly kind: "waiting" | "equal" | "differs" | "unknown";
}

function lineOf(outcome: Outcome): Line["kind"] {
  if (outcome.state === "waiting") return "waiting";
  if (outcome.state === "not-compared") return "unknown";
  return isEqual(outcome.verified) ? "equal" : "differs";
}

const order = { waiting: 0, differs: 1, unknown: 2, equal: 3 };

const icons = {
  waiting: CircleDashed,
  equal: CircleCheck,
  differs: CircleAlert,
  unknown: CircleMinus,
};

interface OneCellProps {
  readonly of: ToVerify;
  readonly outcome: Outcome;
  readonly onGo: () => void;
}

function OneCell({ of, outcome, onGo }: OneCellProps) {
  const { workbench, texts, language } = useSurroundings();
  const { receipt } = texts;
  const cell = useSession(({ notebook }) => notebook.cells.find(({ id }) => id === of.cell));
  if (!cell) return null;
  const card = cell.kind === "analysis" ? analysisById(cell.analysis) : null;
  const label = labelOf(cell, of.index);
  const name = card ? titleOf(card, language) : texts.cell[cell.kind];
  const kind = lineOf(outcome);
  const Icon = icons[kind];
  const go = () => {
    onGo();
    workbench.send({ type: "selected", cell: cell.id, edit: false });
  };
  return (
    <li className={`verify-one is-${kind}`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p className="verify-one-head">
          <button type="button" className="link" onClick={go}>
            {card ? `${name}, ${label}` : `${name} ${label}`}
          </button>
          <span>{receipt.all.states[kind]}</span>
        </p>
        {outcome.state === "compared" && <VerifiedView verified={outcome.verified} isBrief />}
        {outcome.state === "not-compared" && <WhyNot obstacle={outcome.obstacle} />}
      </div>
    </li>
  );
}
