import { useId } from "react";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";
import { groupedByKind, mostListed, type SlotColumn } from "./choosable-columns";
import { HoleSelect } from "./hole-select";
import { wasPicked } from "./picked";
import { widthOf } from "./width-of";

interface ColumnPickerProps {
  readonly label: string;
  readonly columns: readonly SlotColumn[];
  readonly value: string | null;
  /** What stands there when nothing is chosen, and whether it asks for a choice. */
  readonly unset: string;
  readonly isWanted: boolean;
  readonly canBeUnset: boolean;
  readonly fault: string | null;
  readonly onChange: (column: string | null) => void;
}

/** One column: from a list by the kind of its values, or by typing where a table has too many for a list. */
export function ColumnPicker(props: ColumnPickerProps) {
  return props.columns.length > mostListed ? <TypedColumn {...props} /> : <ListedColumn {...props} />;
}

function ListedColumn(props: ColumnPickerProps) {
  const { label, columns, value, unset, isWanted, canBeUnset, fault, onChange } = props;
  const { analysis } = useTexts();
  const isKnown = columns.some(({ name }) => name === value);
  return (
    <HoleSelect
      label={label}
      value={value ?? ""}
      shown={value ?? unset}
      className={value === null ? (isWanted ? "is-open" : "") : "hole-column"}
      fault={fault}
      onChange={(column) => onChange(column || null)}
    >
      {(value === null || canBeUnset) && <option value="">{unset}</option>}
      {value !== null && !isKnown && <option value={value}>{value}</option>}
      {groupedByKind(columns).map(([kind, group]) => (
        <optgroup key={kind} label={analysis.kinds[kind]}>
          {group.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </HoleSelect>
  );
}

/** What is no column stays in the field, marked, and changes nothing. */
function TypedColumn(props: ColumnPickerProps) {
  const { label, columns, value, unset, isWanted, canBeUnset, fault, onChange } = props;
  const { analysis } = useTexts();
  const id = useId();
  const written = value ?? "";
  const has = (name: string) => columns.some((column) => column.name === name);
  const {
    text,
    onChange: type,
    ...field
  } = useDraft(written, (given) => {
    if (given === written) return true;
    if (given === "" ? !canBeUnset && value !== null : !has(given)) return false;
    onChange(given || null);
    return true;
  });
  const problem = text === written ? fault : has(text) || text === "" ? null : analysis.notAColumn(text);
  return (
    <>
      <input
        className={`hole hole-typed ${value === null && isWanted ? "is-open" : value === null ? "" : "hole-column"}`}
        list={`${id}-columns`}
        aria-label={label}
        aria-invalid={problem === null ? undefined : true}
        title={problem ?? analysis.typeToSearch}
        placeholder={unset}
        style={widthOf((text || unset).length)}
        value={text}
        {...field}
        onChange={(event) => {
          type(event);
          const name = event.target.value;
          if (wasPicked(event.nativeEvent) && name !== written && has(name)) onChange(name);
        }}
      />
      <datalist id={`${id}-columns`}>
        {columns.map(({ name, kind }) => (
          <option key={name} value={name} label={analysis.kinds[kind]} />
        ))}
      </datalist>
    </>
  );
}
