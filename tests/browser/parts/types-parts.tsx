import { memo, useEffect, useMemo, useState } from "react";
import {
  CodeArea,
  type CodeLabels,
  type CodeMarker,
  formatCode,
  type TextRange,
} from "../../../src/cells/view/editor";

const labels: CodeLabels = {
  name: "Code. Escape leaves the editor",
  kinds: { table: "table", column: "column", function: "function", keyword: "keyword", value: "input" },
};

const wanted = Number(new URLSearchParams(location.search).get("cells") ?? 0);

const start: readonly {
  readonly id: string;
  readonly language: "sql" | "typescript";
  readonly text: string;
}[] = [
  { id: "sql", language: "sql", text: "select a,b from t where x>${limit} -- why\norder by 1" },
  { id: "broken", language: "sql", text: "select (" },
  {
    id: "one",
    language: "typescript",
    text: "/** All that was paid. */\nconst total = 3;\nconst list = [total];",
  },
  {
    id: "two",
    language: "typescript",
    text: "const first = orders.get(0);\ntotal + list.length;\nfirst?.price;",
  },
  {
    id: "three",
    language: "typescript",
    text: 'Plot.plot({ marks: [Plot.dot(orders, { x: "price" })] });\n',
  },
  ...Array.from({ length: wanted }, (_, i) => ({
    id: `n${i}`,
    language: "typescript" as const,
    text: `const n${i} = ${i ? `n${i - 1}` : 0} + 1;\nfunction f${i}(rows: typeof orders) {\n  return [...rows].filter((row) => row.price! > n${i}).map((row) => row.user_id);\n}\nPlot.plot({ marks: [Plot.dot(orders, { x: "price", y: "user_id" })] });`,
  })),
];

const columnsOf = (price: string) => [
  { name: "user_id", type: "BIGINT", kind: "integer" as const },
  { name: price, type: "DECIMAL(18,2)", kind: "decimal" as const },
  { name: "paid at", type: "TIMESTAMP", kind: "timestamp" as const },
];

/**
 * The test opens the next notebook, with the same cells, where the last one was: TypeScript is already there. In between none
 * is open, because cells of the same names would still be given what TypeScript says of the last.
 */
export function TypesParts() {
  const [number, setNumber] = useState<number | null>(1);
  useEffect(() => {
    let last = 1;
    const openNextNotebook = async () => {
      const { describeNotebook } = await import("../../../src/cells/view/editor/notebook-types");
      setNumber(null);
      describeNotebook({ notebook: "none", cells: [], relations: [], values: [] });
      // Later than the pause after which that is said on.
      await new Promise((done) => setTimeout(done, 300));
      setNumber((last += 1));
    };
    Object.assign(window, { openNextNotebook });
  }, []);
  return number === null ? null : <TypedNotebook key={number} notebook={`typed-${number}`} />;
}

/** A small notebook whose TypeScript cells know each other and the columns of a table. */
function TypedNotebook({ notebook }: { readonly notebook: string }) {
  const [texts, setTexts] = useState(() => Object.fromEntries(start.map(({ id, text }) => [id, text])));
  const [active, setActive] = useState<string | null>(null);
  const [price, setPrice] = useState("price");
  const [problems, setProblems] = useState<Readonly<Record<string, readonly CodeMarker[]>>>({});
  const [opened, setOpened] = useState("");

  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    void import("../../../src/cells/view/editor/notebook-types").then(({ onProblems }) => {
      if (isOver) return;
      stop = onProblems((cell, markers) => setProblems((all) => ({ ...all, [cell]: markers })));
    });
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  useEffect(() => {
    void import("../../../src/cells/view/editor/notebook-types").then(({ describeNotebook }) =>
      describeNotebook({
        notebook,
        cells: start.map(({ id, language }) => ({ id, language, text: texts[id]! })),
        relations: [{ name: "orders", columns: columnsOf(price) }],
        values: [{ name: "limit", type: "number", nullable: false }],
      }),
    );
  }, [notebook, texts, price]);

  // Stable, so that a key renders one cell and not two hundred.
  const on = useMemo<CellActions>(
    () => ({
      write: (id, text) => setTexts((all) => ({ ...all, [id]: text })),
      activate: setActive,
      open: (cell, range) => {
        setOpened(`${cell} ${range.line}:${range.column}-${range.endColumn}`);
        setActive(cell);
      },
    }),
    [],
  );
  const format = async () => {
    const formatted = await formatCode(`${notebook}/sql`, "sql", texts.sql!);
    if (formatted.done) on.write("sql", formatted.text);
  };
  return (
    <>
      <button onClick={() => setPrice("amount")}>rename column</button>
      <button onClick={() => void format()}>format</button>
      {start.map(({ id, language }) => (
        <TypedCell
          key={id}
          notebook={notebook}
          id={id}
          language={language}
          text={texts[id]!}
          active={active === id}
          price={price}
          markers={problems[id] ?? none}
          on={on}
        />
      ))}
      <output id="opened">{opened}</output>
      <output id="texts">{wanted ? texts[active ?? "one"] : JSON.stringify(texts)}</output>
    </>
  );
}

interface CellActions {
  readonly write: (id: string, text: string) => void;
  readonly activate: (id: string | null) => void;
  readonly open: (id: string, range: TextRange) => void;
}

interface TypedCellProps {
  readonly notebook: string;
  readonly id: string;
  readonly language: "sql" | "typescript";
  readonly text: string;
  readonly active: boolean;
  readonly price: string;
  readonly markers: readonly CodeMarker[];
  readonly on: CellActions;
}

const none: readonly CodeMarker[] = [];

const TypedCell = memo(function TypedCell({
  notebook,
  id,
  language,
  text,
  active,
  price,
  markers,
  on,
}: TypedCellProps) {
  return (
    <section
      id={`cell-${id}`}
      tabIndex={0}
      style={{ margin: "12px 0", border: "1px solid var(--line)", borderRadius: 6 }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.key !== "Enter") return;
        event.preventDefault();
        on.activate(id);
      }}
    >
      <CodeArea
        cellId={`${notebook}/${id}`}
        language={language}
        value={text}
        active={active}
        onActivate={() => on.activate(id)}
        onChange={(value) => on.write(id, value)}
        onKeyCommand={(command) => {
          if (command !== "leave") return;
          on.activate(null);
          document.getElementById(`cell-${id}`)?.focus();
        }}
        onOpenCell={on.open}
        onEditCells={(edits) => edits.forEach(({ cell, value }) => on.write(cell, value))}
        markers={markers}
        completions={() => ({
          tables: [{ name: "orders", columns: columnsOf(price) }],
          values: [{ name: "limit", type: "number" }],
        })}
        labels={labels}
      />
      <ul id={`problems-${id}`}>
        {markers.map(({ line, column, message }, i) => (
          <li key={i}>{`${line}:${column} ${message}`}</li>
        ))}
      </ul>
    </section>
  );
});
