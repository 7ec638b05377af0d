import { useId, type ReactNode } from "react";
import { useDraft } from "../shell/use-draft";

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}

export function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="import-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  /** Whether the text can be taken. */
  readonly onChange: (text: string) => boolean;
  readonly list?: string;
  readonly isNumber?: boolean;
}

/** Taken over on Enter or when it is left. */
export function TextField({ label, value, onChange, list, isNumber }: TextProps) {
  const id = useId();
  const { text, ...draft } = useDraft(value, onChange);
  return (
    <div className="import-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        list={list}
        inputMode={isNumber ? "numeric" : undefined}
        value={text}
        {...draft}
      />
    </div>
  );
}

export function Check(props: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.children}
    </label>
  );
}

/** A whole number that is not below `least`; null where the text is none. */
export function wholeIn(text: string, least: number): number | null {
  const value = /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : NaN;
  return value >= least ? value : null;
}
