import { useId } from "react";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";
import { HoleSelect } from "./hole-select";
import { inGroups, mostListed, type PickedName } from "./picked-name";
import { wasPicked } from "./picked";
import { widthOf } from "./width-of";

export interface NamePickerProps {
  readonly label: string;
  readonly choices: readonly PickedName[];
  readonly value: string | null;
  /** What stands there when nothing is chosen, and whether it asks for a choice. */
  readonly unset: string;
  readonly isWanted: boolean;
  readonly canBeUnset: boolean;
  readonly fault: string | null;
  /** Why what was typed is not taken. */
  readonly notOne: (text: string) => string;
  /** The list is not all there is: what is typed beside it may be one too. */
  readonly mayBeOther?: (text: string) => boolean;
  readonly onChange: (name: string | null) => void;
}

/** One name: from a list by groups, or by typing where there are too many for a list. */
export function NamePicker(props: NamePickerProps) {
  const isOpen = props.choices.length > mostListed || props.mayBeOther !== undefined;
  return isOpen ? <TypedName {...props} /> : <ListedName {...props} />;
}

function ListedName(props: NamePickerProps) {
  const { label, choices, value, unset, isWanted, canBeUnset, fault, onChange } = props;
  const known = choices.find(({ name }) => name === value);
  return (
    <HoleSelect
      label={label}
      value={value ?? ""}
      shown={known?.shown ?? value ?? unset}
      className={value === null ? (isWanted ? "is-open" : "") : "hole-column"}
      fault={fault}
      onChange={(name) => onChange(name || null)}
    >
      {(value === null || canBeUnset) && <option value="">{unset}</option>}
      {value !== null && !known && <option value={value}>{value}</option>}
      {inGroups(choices).map(([group, names]) => (
        <optgroup key={group} label={group}>
          {names.map(({ name, shown }) => (
            <option key={name} value={name}>
              {shown}
            </option>
          ))}
        </optgroup>
      ))}
    </HoleSelect>
  );
}

/** What is not among the choices stays in the field, marked, and changes nothing. */
function TypedName(props: NamePickerProps) {
  const { label, choices, value, unset, isWanted, canBeUnset, fault, notOne, mayBeOther, onChange } = props;
  const { analysis } = useTexts();
  const id = useId();
  const written = choices.find(({ name }) => name === value)?.shown ?? value ?? "";
  const nameOf = (text: string) =>
    (choices.find(({ name }) => name === text) ?? choices.find(({ shown }) => shown === text))?.name ??
    (mayBeOther?.(text) ? text : undefined);
  const {
    text,
    onChange: type,
    ...field
  } = useDraft(written, (given) => {
    if (given === written) return true;
    const name = nameOf(given);
    if (given === "" ? !canBeUnset && value !== null : name === undefined) return false;
    onChange(name ?? null);
    return true;
  });
  const isTaken = text === "" || nameOf(text) !== undefined;
  const problem = text === written ? fault : isTaken ? null : notOne(text);
  return (
    <>
      <input
        className={`hole hole-typed ${value === null && isWanted ? "is-open" : value === null ? "" : "hole-column"}`}
        list={`${id}-names`}
        aria-label={label}
        aria-invalid={problem === null ? undefined : true}
        title={problem ?? analysis.typeToSearch}
        placeholder={unset}
        style={widthOf((text || unset).length)}
        value={text}
        {...field}
        onChange={(event) => {
          type(event);
          const given = event.target.value;
          const name = nameOf(given);
          if (wasPicked(event.nativeEvent) && given !== written && name !== undefined) onChange(name);
        }}
      />
      <datalist id={`${id}-names`}>
        {choices.map(({ name, shown, group }) => (
          <option key={name} value={shown} label={group} />
        ))}
      </datalist>
    </>
  );
}
