import { useId } from "react";
import { controlAs, inputForms, type InputCell, type InputControl } from "../../model";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";
import { DayLimits } from "./day-limits";
import { NumberLimits } from "./number-limits";
import { OptionsForm } from "./options-form";
import { useReadableTables } from "./readable-tables";
import "./input-settings.css";

interface InputSettingsProps {
  readonly id: string;
  readonly label: string;
  readonly cell: InputCell;
  readonly onEdit: (change: { label: string; control: InputControl }) => void;
}

/** What control it is. Taken over when a field is left, so that a limit half typed does not cut the value. */
export function InputSettings({ id, label, cell, onEdit }: InputSettingsProps) {
  const { input } = useTexts();
  const formId = useId();
  const labelId = useId();
  const { control } = cell;
  const change = (next: InputControl) => onEdit({ label: cell.label, control: next });
  const { text, ...field } = useDraft(cell.label, (given) => {
    if (given.trim() !== cell.label) onEdit({ label: given.trim(), control });
    return true;
  });
  return (
    <div className="input-settings" id={id} role="group" aria-label={label}>
      <label htmlFor={formId}>{input.form}</label>
      <select
        id={formId}
        className="field"
        autoFocus
        value={control.form}
        onChange={({ target }) => {
          const form = inputForms.find((one) => one === target.value);
          if (form) change(controlAs(control, form));
        }}
      >
        {inputForms.map((form) => (
          <option key={form} value={form}>
            {input.forms[form]}
          </option>
        ))}
      </select>
      <label htmlFor={labelId}>{input.label}</label>
      <input id={labelId} className="field" type="text" placeholder={cell.name} value={text} {...field} />
      <Details control={control} onControl={change} />
    </div>
  );
}

interface DetailsProps {
  readonly control: InputControl;
  readonly onControl: (control: InputControl) => void;
}

function Details({ control, onControl }: DetailsProps) {
  switch (control.form) {
    case "slider":
    case "number":
      return <NumberLimits control={control} onControl={onControl} />;
    case "select":
    case "multi-select":
      return (
        <OptionsForm options={control.options} onOptions={(options) => onControl({ ...control, options })} />
      );
    case "date":
    case "date-range":
      return <DayLimits control={control} onControl={onControl} />;
    case "column":
      return <ColumnTable table={control.table} onTable={(table) => onControl({ ...control, table })} />;
    case "text":
    case "checkbox":
    case "table":
      return null;
  }
}

function ColumnTable({ table, onTable }: { table: string; onTable: (table: string) => void }) {
  const { input } = useTexts();
  const id = useId();
  const names = useReadableTables().map(({ name }) => name);
  return (
    <>
      <label htmlFor={id}>{input.ofTable}</label>
      <select id={id} className="field code" value={table} onChange={(event) => onTable(event.target.value)}>
        {!names.includes(table) && <option value={table}>{table || input.choose}</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </>
  );
}
