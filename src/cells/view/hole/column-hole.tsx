import type { ParamTexts } from "../../../analyses";
import { useTexts } from "../shell/workbench-context";
import { columnFault, type ChoosableColumns, type ColumnSpec } from "./choosable-columns";
import { ColumnPicker } from "./column-picker";

interface ColumnHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ColumnSpec, { type: "column" }>;
  readonly columns: ChoosableColumns;
  readonly value: string | null;
  readonly onChange: (column: string | null) => void;
}

/** A column by its name. One that is gone, or holds something else now, stays to be seen. */
export function ColumnHole({ words, spec, columns, value, onChange }: ColumnHoleProps) {
  const { analysis } = useTexts();
  const fault = value === null ? null : columnFault(columns, value);
  return (
    <ColumnPicker
      label={words.label}
      columns={columns.fitting}
      value={value}
      unset={words.unset ?? (spec.required ? analysis.chooseColumn : analysis.noColumn)}
      isWanted={spec.required === true}
      canBeUnset={!spec.required}
      fault={fault && value !== null ? analysis.columnFault[fault](value, columns.table) : null}
      onChange={onChange}
    />
  );
}
