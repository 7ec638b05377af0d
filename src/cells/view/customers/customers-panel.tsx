import { Code, Download, Square, X } from "lucide-react";
import { useState } from "react";
import type { CustomerList } from "../../session";
import { ErrorBox } from "../cell/error-box";
import { csvText, download, fileNameOf } from "../figure";
import { ResultGrid } from "../grid";
import { useSurroundings } from "../shell/workbench-context";
import { allRows } from "./all-rows";
import type { Asked, Customers } from "./use-customers";
import "./customers.css";

interface CustomersPanelProps {
  readonly cell: string;
  readonly asked: Asked;
  readonly customers: Customers;
  readonly onSql: (sql: string) => void;
}

/** Under the report: who is behind the number. Escape closes it and gives the focus back to the number. */
export function CustomersPanel({ cell, asked, customers, onSql }: CustomersPanelProps) {
  const { texts } = useSurroundings();
  const { customers: words } = texts;
  const { who, answer } = asked;
  const list = answer && "list" in answer ? answer.list : null;
  return (
    <section
      className="customers"
      aria-label={words.title(who.label)}
      tabIndex={-1}
      ref={reveal}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        customers.close();
      }}
    >
      <header className="customers-head">
        <h4>
          {who.label}
          {list && <span className="customers-count tabular">{words.count(list.rowCount)}</span>}
        </h4>
        {list && <Actions cell={cell} asked={asked} list={list} onSql={onSql} />}
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={words.close}
          title={words.close}
          onClick={customers.close}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </header>
      {answer === null && (
        <p className="customers-coming" role="status">
          {words.asking}
          <button type="button" className="button button-small" onClick={customers.close}>
            <Square className="icon" aria-hidden="true" />
            {texts.top.stop}
          </button>
        </p>
      )}
      {answer && "error" in answer && <ErrorBox error={answer.error} />}
      {answer && "list" in answer && !list && <p className="customers-coming">{words.none}</p>}
      {list && <Rows cell={cell} id={asked.id} label={who.label} list={list} />}
    </section>
  );
}

/** As it opens: a report can be long, and the number far above. */
function reveal(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
}

/** The rows come later and take more room than what stood there until then. */
function revealRows(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

interface RowsProps {
  readonly cell: string;
  readonly id: string;
  readonly label: string;
  readonly list: CustomerList;
}

function Rows({ cell, id, label, list }: RowsProps) {
  const { workbench, texts } = useSurroundings();
  return (
    <div ref={revealRows}>
      <ResultGrid
        resultKey={id}
        columns={list.columns}
        rowCount={list.rowCount}
        loadRows={(offset, limit, order) => workbench.rows({ customersOf: cell }, offset, limit, order)}
        initialRows={list.first}
        visibleRows={10}
        labels={{ ...texts.grid, name: texts.customers.title(label) }}
      />
    </div>
  );
}

interface ActionsProps extends Omit<CustomersPanelProps, "customers"> {
  readonly list: CustomerList;
}

function Actions({ cell, asked, list, onSql }: ActionsProps) {
  const { workbench, texts } = useSurroundings();
  const { customers: words } = texts;
  const [said, setSaid] = useState<string | null>(null);
  const save = async () => {
    setSaid(words.saving);
    try {
      const rows = await allRows(list.rowCount, (offset, limit) =>
        workbench.rows({ customersOf: cell }, offset, limit, null),
      );
      const text = csvText(
        list.columns.map(({ name }) => name),
        rows,
      );
      const name = fileNameOf(asked.output.analysis, asked.who.label);
      download(new Blob([text], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
      setSaid(words.saved(rows.length));
    } catch (error) {
      setSaid(words.saveFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <span className="customers-actions">
      <span role="status">{said}</span>
      <button
        type="button"
        className="button button-quiet button-small"
        disabled={said === words.saving}
        onClick={() => void save()}
      >
        <Download className="icon" aria-hidden="true" />
        {words.saveCsv}
      </button>
      <button type="button" className="button button-quiet button-small" onClick={() => onSql(list.sql)}>
        <Code className="icon" aria-hidden="true" />
        {words.openSql}
      </button>
    </span>
  );
}
