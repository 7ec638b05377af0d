import { Plus } from "lucide-react";
import { memo } from "react";
import {
  freeRelationName,
  newCell,
  newInputCell,
  type InputCell,
  type InputForm,
  type TextKind,
} from "../../model";
import { dependencies } from "../../session";
import { InputMenu } from "../input/input-menu";
import { readableTables } from "../input/readable-tables";
import { useTexts, useWorkbench } from "../shell/workbench-context";

interface InsertBarProps {
  readonly at: number;
  readonly always?: boolean;
}

/** Between two cells: quiet until the pointer or the focus comes near. */
export const InsertBar = memo(function InsertBar({ at, always = false }: InsertBarProps) {
  const { send, session } = useWorkbench();
  const { cell } = useTexts();
  const insert = (kind: TextKind) => send({ type: "cell-inserted", cell: newCell(kind), at, edit: true });
  const insertInput = (form: InputForm) => {
    const input = inputAmong(form, readableTables(session()));
    const taken = dependencies(session()).nodes.flatMap((node) => node.defines);
    const named = { ...input, name: freeRelationName(input.name, taken) };
    send({ type: "cell-inserted", cell: named, at, edit: true });
  };
  return (
    <div className={always ? "insert-bar is-always" : "insert-bar"} role="group" aria-label={cell.insertHere}>
      <Insert label={cell.addSql} act={() => insert("sql")} />
      <Insert label={cell.typescript} act={() => insert("typescript")} />
      <Insert label={cell.addText} act={() => insert("markdown")} />
      <InputMenu onChoose={insertInput} />
    </div>
  );
});

/** Where there is only one table, a column can only be one of its columns. */
function inputAmong(form: InputForm, tables: readonly { name: string }[]): InputCell {
  const input = newInputCell(form);
  const [only, ...others] = tables;
  if (input.control.form !== "column" || !only || others.length) return input;
  return { ...input, control: { form: "column", table: only.name } };
}

function Insert({ label, act }: { label: string; act: () => void }) {
  return (
    <button type="button" className="button button-quiet button-small" onClick={act}>
      <Plus className="icon" aria-hidden="true" />
      {label}
    </button>
  );
}
