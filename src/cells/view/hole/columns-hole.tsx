import type { ParamTexts } from "../../../analyses";
import { useTexts } from "../shell/workbench-context";
import { columnFault, type ChoosableColumns, type ColumnSpec } from "./choosable-columns";
import { ColumnPicker } from "./column-picker";
import { HoleChips } from "./hole-chips";

interface ColumnsHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ColumnSpec, { type: "columns" }>;
  readonly columns: ChoosableColumns;
  readonly value: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Several columns. One that is gone, or holds something else now, stays to be seen. */
export function ColumnsHole({ words, spec, columns, value, onChange }: ColumnsHoleProps) {
  const { analysis } = useTexts();
  const rest = columns.fitting.filter(({ name }) => !value.includes(name));
  const isEmpty = value.length === 0;
  const unset = words.unset ?? (spec.required ? analysis.chooseColumns : analysis.noColumns);
  const chips = value.map((column) => {
    const fault = columnFault(columns, column);
    const problem = fault && analysis.columnFault[fault](column, columns.table);
    return { key: column, name: column, problem, removeLabel: analysis.removeColumn(column) };
  });
  return (
    <HoleChips
      label={words.label}
      chips={chips}
      onRemove={(at) => onChange(value.toSpliced(at, 1))}
      adder={
        value.length < spec.most &&
        (rest.length > 0 || isEmpty) && (
          <ColumnPicker
            label={analysis.addColumnTo(words.label)}
            columns={rest}
            value={null}
            unset={isEmpty ? unset : analysis.addColumn}
            isWanted={spec.required === true && isEmpty}
            canBeUnset
            fault={null}
            onChange={(column) => column !== null && onChange([...value, column])}
          />
        )
      }
    />
  );
}
