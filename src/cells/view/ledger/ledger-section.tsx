import { analysisById, titleOf } from "../../../analyses";
import { entriesOf, headOf, ledgerFault, type Ledger, type Question } from "../../model";
import { Confirm } from "../shell/confirm";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { TrailList } from "./trail-list";
import { useMoment } from "./use-moment";
import "./ledger.css";

/** The whole trail of the notebook, question by question; and the only way to be rid of it. */
export function LedgerSection() {
  const { workbench, texts } = useSurroundings();
  const ledger = useSession((session) => session.notebook.ledger);
  const fault = ledgerFault(ledger);
  if (ledger.length === 0) return <p className="outline-empty">{texts.ledger.empty}</p>;
  return (
    <div className="ledger">
      {fault !== null && <p className="standing-fault">{texts.ledger.fault(fault + 1)}</p>}
      <Marks ledger={ledger} />
      {questionsOf(ledger).map((question) => (
        <QuestionTrail key={`${question.analysis} ${question.table}`} question={question} />
      ))}
      <p className="ledger-head">
        {texts.ledger.head} <code>{headOf(ledger)}</code>
      </p>
      <Confirm
        label={texts.ledger.erase}
        question={texts.ledger.eraseSure(ledger.length)}
        yes={texts.ledger.eraseYes}
        onYes={() => workbench.send({ type: "ledger-erased" })}
      />
    </div>
  );
}

/** What the trail says of itself. */
function Marks({ ledger }: { ledger: Ledger }) {
  const { texts } = useSurroundings();
  const moment = useMoment();
  return ledger.map((one, i) => {
    if (one.kind === "erased") return <p key={i}>{texts.ledger.erased(one.count, moment(one.at))}</p>;
    return one.kind === "lost" ? <p key={i}>{texts.ledger.lost(one.count)}</p> : null;
  });
}

function QuestionTrail({ question }: { question: Question }) {
  const { texts, language } = useSurroundings();
  const ledger = useSession((session) => session.notebook.ledger);
  const analysis = analysisById(question.analysis);
  const title = analysis ? titleOf(analysis, language) : question.analysis;
  const entries = entriesOf(ledger, question);
  const claims = entries.filter((one) => one.kind === "claim").length;
  return (
    <details className="ledger-question">
      <summary>
        {title}
        {question.table && <span className="code"> {question.table}</span>}{" "}
        <small>{texts.ledger.counts(entries.length - claims, claims)}</small>
      </summary>
      <TrailList question={question} />
    </details>
  );
}

function questionsOf(ledger: Ledger): readonly Question[] {
  const found = new Map<string, Question>();
  for (const one of ledger)
    if (one.kind === "claim" || one.kind === "trial")
      found.set(JSON.stringify([one.analysis, one.table]), { analysis: one.analysis, table: one.table });
  return [...found.values()];
}
