import { useTexts } from "../shell/workbench-context";
import type { SlotColumn } from "./choosable-columns";
import { NamePicker, type NamePickerProps } from "./name-picker";

interface ColumnPickerProps extends Omit<NamePickerProps, "choices" | "notOne" | "mayBeOther"> {
  readonly columns: readonly SlotColumn[];
}

/** One column, by the kind of its values, in the order of the table. */
export function ColumnPicker({ columns, ...picker }: ColumnPickerProps) {
  const { analysis } = useTexts();
  const choices = columns.map(({ name, kind }) => ({
    name,
    shown: name,
    group: analysis.kinds[kind] ?? kind,
  }));
  return <NamePicker choices={choices} notOne={analysis.notAColumn} {...picker} />;
}
