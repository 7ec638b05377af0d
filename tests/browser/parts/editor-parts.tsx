import { useState } from "react";
import { CodeArea, type CodeLabels, type CodeLanguage } from "../../../src/cells/view/editor";

const labels: CodeLabels = {
  name: "Code. Escape leaves the editor",
  placeholder: "Write SQL",
  kinds: { table: "table", column: "column", function: "function", keyword: "keyword" },
};

const sqlText = `-- who was there in March, and who came back?
with active as (
  select customer, date_trunc('month', time) as month, count(*) as events
  from events
  where event <> 'login' and amount > 12.5
  group by all
)
select a.month, count(distinct a.customer) as "customers present", [1, 2, 3] as list
from active a left join contracts c using (customer)
where c.mrr is not null order by 1;`;

const cells: readonly { id: string; language: CodeLanguage; text: string; wrap?: boolean }[] = [
  { id: "sql", language: "sql", text: sqlText },
  { id: "empty", language: "sql", text: "" },
  {
    id: "long",
    language: "sql",
    text: Array.from({ length: 60 }, (_, i) => `select ${i} as n -- line ${i}`).join("\n"),
  },
  { id: "wide", language: "sql", text: `select ${"customer_number_with_a_long_name, ".repeat(12)} 1` },
  {
    id: "wrapped",
    language: "markdown",
    wrap: true,
    text: `# Attrition\n\n${"Who leaves, who **stays**, and which behaviour goes with staying? ".repeat(6)}\n\n- one\n- two`,
  },
  {
    id: "ts",
    language: "typescript",
    text: `const share = lost / present;\nexport const text = \`lost: \${share}\`; // of all\nasync function run(n: number): Promise<string> {\n\treturn "tab";\n}`,
  },
];

const tables = [
  {
    name: "events",
    columns: [
      { name: "customer", type: "VARCHAR" },
      { name: "time", type: "TIMESTAMP" },
      { name: "Left on", type: "DATE" },
    ],
  },
  {
    name: "contracts",
    columns: [
      { name: "customer", type: "VARCHAR" },
      { name: "mrr", type: "DOUBLE" },
    ],
  },
];

export function EditorParts() {
  const [texts, setTexts] = useState(() => Object.fromEntries(cells.map(({ id, text }) => [id, text])));
  const [active, setActive] = useState<string | null>(null);
  const [commands, setCommands] = useState<string[]>([]);
  return (
    <>
      {cells.map(({ id, language, wrap }) => (
        <section
          key={id}
          id={`cell-${id}`}
          tabIndex={0}
          style={{
            margin: "12px 0",
            border: "1px solid var(--line)",
            borderRadius: 6,
            background: "var(--paper-raised)",
          }}
          onKeyDown={(event) => {
            if (event.target === event.currentTarget && event.key === "Enter") {
              event.preventDefault();
              setActive(id);
            }
          }}
        >
          <CodeArea
            cellId={id}
            language={language}
            value={texts[id]!}
            wrap={wrap}
            active={active === id}
            onActivate={() => setActive(id)}
            onChange={(text) => setTexts((all) => ({ ...all, [id]: text }))}
            onKeyCommand={(command) => {
              setCommands((all) => [...all, `${id} ${command}`]);
              if (command !== "leave") return;
              setActive(null);
              document.getElementById(`cell-${id}`)?.focus();
            }}
            markers={
              id === "sql"
                ? [
                    { line: 4, column: 8, message: "no such table: events", level: "error" },
                    { line: 9, column: 48, message: "unused name", level: "warning" },
                  ]
                : []
            }
            completions={() => ({ tables })}
            labels={labels}
          />
        </section>
      ))}
      <output id="commands">{commands.join(" | ")}</output>
      <button
        className="button"
        onClick={() => setTexts((all) => ({ ...all, sql: "select 'from outside'" }))}
      >
        outside
      </button>
    </>
  );
}
