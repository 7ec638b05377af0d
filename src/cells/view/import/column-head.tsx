import { yesAndNo, type ColumnPlan, type Reading } from "../../../engine";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";
import { withColumn, type Wish } from "./edit-plan";
import {
  asForm,
  forms,
  markChoices,
  marksOf,
  momentChoices,
  sampleFor,
  sampleNumber,
  sampleOf,
  type Form,
} from "./reading-choices";

interface ColumnHeadProps {
  readonly column: ColumnPlan;
  readonly at: number;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** Whether the column is kept, its name, what it is read as and how that is written. */
export function ColumnHead({ column, at, wish, onChange }: ColumnHeadProps) {
  const { importing: words } = useTexts();
  const { name, header, reading, isKept } = column;
  const set = (change: Partial<ColumnPlan>) => onChange(withColumn(wish, at, change));
  const draft = useDraft(name, (text) => {
    const next = text.trim();
    if (next && next !== name) set({ name: next });
    return next !== "";
  });
  const own = useDraft((column.missing ?? []).join(", "), (text) => {
    const missing = [...new Set(text.split(",").map((word) => word.trim().toLowerCase()))].filter(Boolean);
    set({ missing });
    return true;
  });
  const { text: nameText, ...nameField } = draft;
  const { text: ownText, ...ownField } = own;
  const marks = marksOf(reading) ?? commonMarks(wish);
  return (
    <th scope="col" className={isKept ? undefined : "is-left-out"}>
      <span className="import-name">
        <input
          type="checkbox"
          aria-label={words.kept(name)}
          title={words.kept(name)}
          checked={isKept}
          onChange={(event) => set({ isKept: event.target.checked })}
        />
        <input
          className="field"
          aria-label={words.name(header || words.noHeader)}
          title={header}
          value={nameText}
          disabled={!isKept}
          {...nameField}
        />
      </span>
      <select
        className="field"
        aria-label={words.type(name)}
        value={reading.form}
        disabled={!isKept}
        onChange={(event) => set({ reading: asForm(reading, event.target.value as Form, marks, yesAndNo) })}
      >
        {reading.form === "stored" && <option value="stored">{words.types.stored}</option>}
        {forms.map((form) => (
          <option key={form} value={form}>
            {words.types[form]}
          </option>
        ))}
      </select>
      <Style
        reading={reading}
        label={words.style(name)}
        disabled={!isKept}
        onChange={(next) => set({ reading: next })}
      />
      <input
        className="field import-own"
        aria-label={words.own(name)}
        placeholder={words.ownHint}
        value={ownText}
        disabled={!isKept || reading.form === "stored"}
        {...ownField}
      />
    </th>
  );
}

interface StyleProps {
  readonly reading: Reading;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (reading: Reading) => void;
}

/** How numbers and dates are written, by an example of each. */
function Style({ reading, label, disabled, onChange }: StyleProps) {
  const { importing: words } = useTexts();
  const choices = stylesOf(reading, words.iso);
  if (!choices.length) return <span className="import-style" />;
  const now = JSON.stringify(reading);
  const known = choices.some(([one]) => JSON.stringify(one) === now);
  const all = known ? choices : [[reading, sampleFor(reading)] as const, ...choices];
  return (
    <select
      className="field"
      aria-label={label}
      value={now}
      disabled={disabled}
      onChange={(event) => onChange(JSON.parse(event.target.value) as Reading)}
    >
      {all.map(([one, text]) => (
        <option key={JSON.stringify(one)} value={JSON.stringify(one)}>
          {text}
        </option>
      ))}
    </select>
  );
}

function stylesOf(reading: Reading, iso: string): readonly (readonly [Reading, string])[] {
  switch (reading.form) {
    case "text":
    case "stored":
    case "boolean":
      return [];
    case "whole":
    case "number":
    case "decimal":
      return markChoices.map((marks) => {
        const { decimal: _, thousands: _between, ...kept } = reading.marks;
        const whole = { ...kept, ...marks };
        return [{ ...reading, marks: whole }, sampleNumber(whole)] as const;
      });
    case "date":
    case "timestamp":
      return momentChoices(reading.form).map((moment) => [
        { ...moment, ...(reading.zone && { zone: reading.zone }) },
        moment.formats || moment.epoch ? sampleOf(moment) : `${sampleOf(moment)} (${iso})`,
      ]);
  }
}

/** A new column of numbers is written as the others are. */
function commonMarks({ plan }: Wish) {
  const found = plan.columns.map(({ reading }) => marksOf(reading)).find((marks) => marks !== null);
  return found ? { decimal: found.decimal, thousands: found.thousands } : markChoices[0]!;
}
