import { folded } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";
import { HoleSelect } from "./hole-select";
import { useTableNames } from "./table-names";

interface TableHoleProps {
  readonly label: string;
  readonly value: string | null;
  /** Not offered: a table is not put beside itself. */
  readonly without?: string;
  /** What stands there when none is chosen; null when one is needed. */
  readonly unset: string | null;
  readonly onChange: (table: string | null) => void;
}

export function TableHole({ label, value, without, unset, onChange }: TableHoleProps) {
  const { texts } = useSurroundings();
  const names = useTableNames().filter((one) => without === undefined || folded(one) !== folded(without));
  const known = names.find((one) => value !== null && folded(one) === folded(value));
  const isGone = value !== null && value !== "" && known === undefined;
  const isOpen = value === null || value === "";
  const invitation = texts.analysis.chooseTable;
  return (
    <HoleSelect
      label={label}
      value={isGone ? value : (known ?? "")}
      shown={value || (unset ?? invitation)}
      className={isOpen ? (unset === null ? "is-open" : "") : "hole-table code"}
      fault={isGone ? texts.analysis.noSuchTable(value) : null}
      onChange={(table) => onChange(table || null)}
    >
      {unset === null ? isOpen && <option value="">{invitation}</option> : <option value="">{unset}</option>}
      {isGone && <option value={value}>{value}</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </HoleSelect>
  );
}
