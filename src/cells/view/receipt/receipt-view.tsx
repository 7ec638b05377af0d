import { useState } from "react";
import { receiptOf, verify, type Reckoned } from "../../model";
import { runOf } from "../../session";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { VerifiedView } from "./verified-view";
import "./receipt.css";

interface ReceiptViewProps {
  readonly cell: string;
  /** The tables that it reads. */
  readonly tables: readonly string[];
  readonly reckoned: Reckoned;
}

/** Of which data, queries and parameters the numbers are, with marks to hold others against; and reckoning them once more. */
export function ReceiptView({ cell, tables, reckoned }: ReceiptViewProps) {
  const { workbench, texts, region } = useSurroundings();
  const { receipt } = texts;
  const { at, engine, data, code, parameters, result } = receiptOf(reckoned);
  const [asked, ask] = useState<{ readonly before: Reckoned; readonly number: number } | null>(null);
  const number = useSession((session) => runOf(session, cell).number);
  const status = useSession((session) => runOf(session, cell).status);
  const isBroken = status === "failed" || status === "blocked";
  const isDone = asked !== null && number > asked.number && status !== "running" && status !== "queued";
  const moment = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "medium" });
  const again = () => {
    ask({ before: reckoned, number });
    workbench.forgetAnswers(tables);
    workbench.send({ type: "run-requested", cells: [cell] });
  };
  const rows = [
    ...data.map((one): [string, string] => [
      receipt.data,
      receipt.table(
        one.file || receipt.cellResult(one.table),
        one.rows,
        one.sha256 ? receipt.hash(one.sha256) : "",
      ),
    ]),
    [receipt.engine, `DuckDB ${engine}`],
    [receipt.code, receipt.hash(code)],
    [receipt.parameters, receipt.hash(parameters)],
    [receipt.result, receipt.hash(result)],
    [receipt.at, moment.format(new Date(at))],
  ] as const;
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
          disabled={asked !== null && !isDone}
          onClick={again}
        >
          {receipt.verify}
        </button>
      </p>
      <div role="status">
        {asked && !isDone && <p>{receipt.running}</p>}
        {asked && isDone && isBroken && <p>{receipt.failed}</p>}
        {asked && isDone && !isBroken && <VerifiedView verified={verify(asked.before, reckoned)} />}
      </div>
    </section>
  );
}
