import { useState } from "react";
import { analysisById, readParams, sentenceOf } from "../../../analyses";
import type { AnalysisCell } from "../../model";
import { RuleForm } from "../data/rule-form";
import { Hole, TableHole, useTableNames } from "../hole";
import { useSession, useSurroundings } from "../shell/workbench-context";
import "./sentence.css";

/** Where an error leads that asks for the table itself; parameters have names of their own. */
export const ownTable = "table";

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
        {analysis.needs(values).length > 0 && <OwnTable cell={cell} />}
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
              values={values}
              table={cell.table}
              slots={slots}
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

/** The table that it is about; said only where there is more than one to choose from. */
function OwnTable({ cell }: { cell: AnalysisCell }) {
  const { workbench, texts } = useSurroundings();
  const names = useTableNames();
  if (names.length === 1 && names[0] === cell.table) return null;
  return (
    <span data-param={ownTable}>
      <TableHole
        label={texts.analysis.table}
        value={cell.table}
        unset={null}
        onChange={(table) =>
          table !== null && workbench.send({ type: "analysis-table-changed", cell: cell.id, table })
        }
      />{" "}
    </span>
  );
}
