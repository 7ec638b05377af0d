import { useState } from "react";
import { receiptOf, verify, type Reckoned } from "../../model";
import { obstacle, runOf } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { receiptRows } from "./receipt-rows";
import { VerifiedView } from "./verified-view";
import { WhyNot } from "./why-not";
import "./receipt.css";

export interface ReceiptViewProps {
  readonly cell: string;
  readonly kind: "analysis" | "cell";
  /** The tables that it reads. */
  readonly tables: readonly string[];
  readonly reckoned: Reckoned;
}

/** Of which data, code and parameters the numbers are, with marks to hold others against; and reckoning them once more. */
export function ReceiptView({ cell, kind, tables, reckoned }: ReceiptViewProps) {
  const { workbench, texts, region } = useSurroundings();
  const { receipt } = texts;
  const [asked, ask] = useState<{ readonly before: Reckoned; readonly number: number } | null>(null);
  const number = useSession((session) => runOf(session, cell).number);
  const status = useSession((session) => runOf(session, cell).status);
  const session = useSession((one) => one);
  const why = obstacle(session, cell);
  const isBroken = status === "failed" || status === "blocked";
  const isDone = asked !== null && number > asked.number && status !== "running" && status !== "queued";
  const moment = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "medium" });
  const again = () => {
    ask({ before: reckoned, number });
    workbench.forgetAnswers(tables);
    workbench.send({ type: "run-requested", cells: [cell] });
  };
  const rows = receiptRows(receiptOf(reckoned), kind, texts, (ms) => moment.format(ms));
  return (
    <section className="method receipt">
      <h3>{receipt.title}</h3>
      <dl>
        {rows.map(([name, value], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button
          type="button"
          className="button button-small"
          title={receipt.verifyHint}
          disabled={(asked !== null && !isDone) || why !== null}
          onClick={again}
        >
          {receipt.verify}
        </button>
      </p>
      {why && (
        <div className="receipt-cannot">
          <p>{receipt.cannot}</p>
          <WhyNot obstacle={why} />
        </div>
      )}
      <div role="status">
        {asked && !isDone && <p>{receipt.running}</p>}
        {asked && isDone && isBroken && <p>{receipt.failed}</p>}
        {asked && isDone && !isBroken && <VerifiedView verified={verify(asked.before, reckoned)} />}
      </div>
    </section>
  );
}
