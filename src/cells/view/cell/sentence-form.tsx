import { useState } from "react";
import { analysisById, readParams, sentenceOf } from "../../../analyses";
import type { AnalysisCell } from "../../model";
import { RuleForm } from "../data/rule-form";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { Hole } from "./hole";
import "./sentence.css";

/** The question as a sentence; every hole in it can be changed where it stands. */
export function SentenceForm({ cell }: { cell: AnalysisCell }) {
  const { workbench, language, texts } = useSurroundings();
  const slots = useSession((session) => session.notebook.data);
  const [ruleOpen, setRuleOpen] = useState(false);
  const analysis = analysisById(cell.analysis);
  if (!analysis) return null;
  const { values } = readParams(analysis.params, cell.params);
  const slot = slots.find((one) => one.table === cell.table) ?? null;
  const change = (param: string, value: unknown) =>
    workbench.send({ type: "parameters-changed", cell: cell.id, params: { ...cell.params, [param]: value } });

  return (
    <div className="sentence">
      <p>
        {analysis.needs(values).length > 0 && <TableHole cell={cell} />}
        {sentenceOf(analysis, values, language).map((part, i) => {
          if (part.form === "text") return <span key={i}>{part.text}</span>;
          const spec = analysis.params[part.param];
          if (!spec) return null;
          return (
            <Hole
              key={`${i} ${part.param}`}
              analysis={analysis}
              param={part.param}
              spec={spec}
              value={values[part.param]}
              rule={slot?.rule ?? null}
              onChange={(value) => change(part.param, value)}
              onRule={() => setRuleOpen(!ruleOpen)}
            />
          );
        })}
      </p>
      {ruleOpen && slot && (
        <div className="rule">
          <h5>{texts.rule.title}</h5>
          <RuleForm slot={slot} onDone={() => setRuleOpen(false)} />
        </div>
      )}
    </div>
  );
}

/** Loaded tables, and named cells whose result can be asked about like a table. */
function TableHole({ cell }: { cell: AnalysisCell }) {
  const { workbench, texts } = useSurroundings();
  const slots = useSession((session) => session.notebook.data);
  const cells = useSession((session) => session.notebook.cells);
  const named = cells.filter((one) => one.kind === "sql" && one.name).map((one) => one.name);
  const names = [...new Set([...slots.map((slot) => slot.table), ...named])];
  if (names.length === 1 && names[0] === cell.table) return null;
  return (
    <select
      className="hole hole-table code"
      aria-label={texts.analysis.table}
      value={cell.table}
      onChange={(event) =>
        workbench.send({ type: "analysis-table-changed", cell: cell.id, table: event.target.value })
      }
    >
      {!names.includes(cell.table) && (
        <option value={cell.table}>{cell.table || texts.analysis.chooseTable}</option>
      )}
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
