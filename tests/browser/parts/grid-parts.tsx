import { useState } from "react";
import { ResultGrid, type GridLabels, type LoadRows } from "../../../src/cells/view/grid";
import type { Column } from "../../../src/engine";

const number = new Intl.NumberFormat("en");

const labels: GridLabels = {
  name: "Result",
  size: (rows, columns) => `${number.format(rows)} rows, ${number.format(columns)} columns`,
  selected: (rows, columns) => `${number.format(rows)} rows, ${number.format(columns)} columns selected`,
  row: (row) => `Row ${number.format(row)}`,
  noRows: "No rows",
  noColumns: "No columns",
  loading: "Loading",
  loadFailed: (message) => `Rows could not be loaded: ${message}`,
  retry: "Try again",
  copy: "Copy",
  copyMarkdown: "Copy as Markdown",
  copied: (rows) => `${number.format(rows)} rows copied`,
  copyCapped: (copied, selected) =>
    `Only the first ${number.format(copied)} of ${number.format(selected)} rows were copied. Save the table as a file to have all.`,
  copyFailed: (message) => `Could not copy: ${message}`,
  headerHelp: "Enter sorts; Alt+Left and Alt+Right change the width",
  resize: (column) => `Width of ${column}`,
  close: "Close",
};

const columns: Column[] = [
  { name: "customer", type: "VARCHAR", kind: "text" },
  { name: "present", type: "BIGINT", kind: "integer" },
  { name: "share", type: "DECIMAL(18,4)", kind: "decimal" },
  { name: "last seen", type: "TIMESTAMP WITH TIME ZONE", kind: "timestamp" },
  { name: "note", type: "VARCHAR", kind: "text" },
  { name: "is active", type: "BOOLEAN", kind: "boolean" },
];

const notes = [
  "",
  null,
  "plain",
  "a long note ".repeat(12),
  'with "quotes"\tand a tab',
  "two\nlines",
  "a | b",
];

function row(i: number): (string | null)[] {
  return [
    `00${i}`,
    String((i * 7919) % 100_000),
    ((i % 1000) / 1000).toFixed(4),
    `2024-0${(i % 9) + 1}-11 10:00:0${i % 10}+00`,
    notes[i % notes.length]!,
    i % 3 ? "true" : "false",
  ];
}

function rowsOf(count: number, wait: number, make = row): LoadRows {
  return async (offset, limit, order) => {
    await new Promise((done) => setTimeout(done, wait));
    const backwards = order?.direction === "descending";
    return Array.from({ length: Math.min(limit, count - offset) }, (_, i) =>
      make(backwards ? count - 1 - offset - i : offset + i),
    );
  };
}

const wide: Column[] = Array.from({ length: 2000 }, (_, i) => ({
  name: `column_${i}`,
  type: "INTEGER",
  kind: "integer",
}));

const million = rowsOf(1_000_000, 40);
const tenMillion = rowsOf(10_000_000, 40);
const few = rowsOf(4, 0);
const manyColumns = rowsOf(100_000, 20, (i) => wide.map((_, k) => String(i * k)));
const none: LoadRows = () => Promise.resolve([]);
let refused = 0;
const failing: LoadRows = (offset, limit, order) =>
  refused++ < 1 ? Promise.reject(new Error("the engine was restarted")) : million(offset, limit, order);

export function GridParts() {
  const [width, setWidth] = useState(100);
  if (new URLSearchParams(location.search).get("only") === "few")
    return <ResultGrid resultKey="d" columns={columns} rowCount={4} loadRows={few} labels={labels} />;
  const heading = { margin: "24px 0 8px" };
  return (
    <div style={{ width: `${width}%` }}>
      <button className="button" id="narrow" onClick={() => setWidth(width === 100 ? 60 : 100)}>
        width
      </button>
      <h2 style={heading}>A million rows</h2>
      <div id="million">
        <ResultGrid
          resultKey="a"
          columns={columns}
          rowCount={1_000_000}
          loadRows={million}
          initialRows={Array.from({ length: 50 }, (_, i) => row(i))}
          labels={labels}
        />
      </div>
      <h2 style={heading}>Ten million rows</h2>
      <div id="ten">
        <ResultGrid
          resultKey="b"
          columns={columns}
          rowCount={10_000_000}
          loadRows={tenMillion}
          labels={labels}
        />
      </div>
      <h2 style={heading}>Two thousand columns</h2>
      <div id="wide">
        <ResultGrid
          resultKey="c"
          columns={wide}
          rowCount={100_000}
          loadRows={manyColumns}
          labels={labels}
          visibleRows={5}
        />
      </div>
      <h2 style={heading}>Few rows, none, no columns, a failure</h2>
      <div id="few">
        <ResultGrid resultKey="d" columns={columns} rowCount={4} loadRows={few} labels={labels} />
      </div>
      <div id="none">
        <ResultGrid resultKey="e" columns={columns} rowCount={0} loadRows={none} labels={labels} />
      </div>
      <div id="empty">
        <ResultGrid resultKey="f" columns={[]} rowCount={0} loadRows={none} labels={labels} />
      </div>
      <div id="failing">
        <ResultGrid
          resultKey="g"
          columns={columns}
          rowCount={1000}
          loadRows={failing}
          labels={labels}
          visibleRows={3}
        />
      </div>
    </div>
  );
}
