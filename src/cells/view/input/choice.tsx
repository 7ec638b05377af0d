import { useTexts } from "../shell/workbench-context";

interface ChoiceProps {
  readonly id: string;
  readonly values: readonly string[];
  readonly value: string | null;
  /** Names of columns and tables are shown as code. */
  readonly isCode?: boolean;
  readonly describedBy?: string;
  readonly onValue: (value: string | null) => void;
}

/** One of several. A choice that is no longer there stands first, as long as it is chosen. */
export function Choice({ id, values, value, isCode = false, describedBy, onValue }: ChoiceProps) {
  const { input } = useTexts();
  const at = value === null ? -1 : values.indexOf(value);
  const isGone = value !== null && at < 0;
  return (
    <select
      id={id}
      className={isCode ? "field input-choice code" : "field input-choice"}
      data-control
      aria-describedby={describedBy}
      aria-invalid={isGone ? true : undefined}
      // By place, because an empty text may be a choice too.
      value={isGone ? "gone" : at < 0 ? "" : String(at)}
      onChange={({ target }) =>
        target.value !== "gone" && onValue(values[Number(target.value || -1)] ?? null)
      }
    >
      <option value="">{input.choose}</option>
      {isGone && <option value="gone">{value}</option>}
      {values.map((one, i) => (
        <option key={one} value={String(i)}>
          {one === "" ? input.empty : one}
        </option>
      ))}
    </select>
  );
}
