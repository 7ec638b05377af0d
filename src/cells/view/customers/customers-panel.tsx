import { Code, Square, X } from "lucide-react";
import type { CustomerList } from "../../session";
import { ErrorBox } from "../cell/error-box";
import { ExportMenu } from "../export";
import { ResultGrid } from "../grid";
import { useSurroundings } from "../shell/workbench-context";
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
        {list && <OpenSql list={list} onSql={onSql} />}
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
      {list && <Rows cell={cell} asked={asked} list={list} />}
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
  readonly asked: Asked;
  readonly list: CustomerList;
}

function Rows({ cell, asked: { id, who, output }, list }: RowsProps) {
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
        takeAlong={(order) => (
          <ExportMenu
            id={`customers ${id}`}
            title={`${output.analysis} ${who.label}`}
            what={{ customersOf: cell }}
            order={order}
            rowCount={list.rowCount}
            columnCount={list.columns.length}
          />
        )}
        labels={{ ...texts.grid, name: texts.customers.title(who.label) }}
      />
    </div>
  );
}

function OpenSql({ list, onSql }: { list: CustomerList; onSql: (sql: string) => void }) {
  const { customers: words } = useSurroundings().texts;
  return (
    <span className="customers-actions">
      <button type="button" className="button button-quiet button-small" onClick={() => onSql(list.sql)}>
        <Code className="icon" aria-hidden="true" />
        {words.openSql}
      </button>
    </span>
  );
}
