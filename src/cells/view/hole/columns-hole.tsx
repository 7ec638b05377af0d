import { X } from "lucide-react";
import { useRef, type KeyboardEvent } from "react";
import type { ParamTexts } from "../../../analyses";
import { useTexts } from "../shell/workbench-context";
import { columnFault, type ChoosableColumns, type ColumnSpec } from "./choosable-columns";
import { ColumnPicker } from "./column-picker";

interface ColumnsHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ColumnSpec, { type: "columns" }>;
  readonly columns: ChoosableColumns;
  readonly value: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Several columns: each taken away by its own button (Enter, Delete), one more taken in at the end. */
export function ColumnsHole({ words, spec, columns, value, onChange }: ColumnsHoleProps) {
  const { analysis } = useTexts();
  const place = useRef<HTMLSpanElement>(null);
  const rest = columns.fitting.filter(({ name }) => !value.includes(name));
  const remove = (at: number) => {
    onChange(value.toSpliced(at, 1));
    // The button goes with its column: the hand stays at what stood beside it.
    const fields = [...(place.current?.querySelectorAll<HTMLElement>("button, select, input") ?? [])];
    (fields[at + 1] ?? fields[at - 1])?.focus();
  };
  const press = (event: KeyboardEvent, at: number) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    remove(at);
  };
  return (
    <span className="hole-columns" role="group" aria-label={words.label} ref={place}>
      {value.map((column, at) => {
        const fault = columnFault(columns, column);
        const problem = fault && analysis.columnFault[fault](column, columns.table);
        return (
          <span
            key={column}
            className={problem ? "hole-chip is-wrong" : "hole-chip"}
            title={problem ?? undefined}
          >
            <span className="hole-column">{column}</span>
            {problem && <span className="visually-hidden">{problem}</span>}
            <button
              type="button"
              aria-label={analysis.removeColumn(column)}
              onClick={() => remove(at)}
              onKeyDown={(event) => press(event, at)}
            >
              <X className="icon" aria-hidden="true" />
            </button>
          </span>
        );
      })}
      {value.length < spec.most && (rest.length > 0 || value.length === 0) && (
        <ColumnPicker
          key={value.length}
          label={analysis.addColumnTo(words.label)}
          columns={rest}
          value={null}
          unset={
            value.length
              ? analysis.addColumn
              : (words.unset ?? (spec.required ? analysis.chooseColumns : analysis.noColumns))
          }
          isWanted={spec.required === true && value.length === 0}
          canBeUnset
          fault={null}
          onChange={(column) => column !== null && onChange([...value, column])}
        />
      )}
    </span>
  );
}
