import { useId } from "react";
import type { ImportPreview } from "../../../engine";
import { useTexts } from "../shell/workbench-context";
import { withMarks, withOrder, type Wish } from "./edit-plan";
import { Select, TextField } from "./fields";
import { MissingField } from "./missing-field";
import { markChoices, marksOf, orderOf, sampleNumber } from "./reading-choices";
import { RowsForm } from "./rows-form";

interface FormProps {
  readonly wish: Wish;
  readonly seen: ImportPreview | null;
  readonly onChange: (wish: Wish) => void;
}

/** What holds for all columns at once, and which rows are wanted. */
export function ColumnsForm({ wish, seen, onChange }: FormProps) {
  const { importing: words } = useTexts();
  const zones = useId();
  const { plan } = wish;
  const marks = distinct(
    plan.columns.flatMap(({ reading }) => {
      const own = marksOf(reading);
      return own ? [sampleNumber({ decimal: own.decimal, thousands: own.thousands })] : [];
    }),
  );
  const notes = seen?.notes ?? [];
  const isOpen = notes.some(({ note }) => note === "date-order");
  const orders = distinct(plan.columns.map(({ reading }) => orderOf(reading)).filter((one) => one !== null));
  const isMixed = orders.length !== 1 || isOpen;
  const hasTimes = plan.columns.some(
    ({ reading }) => reading.form === "timestamp" || reading.form === "stored",
  );
  return (
    <>
      <fieldset className="import-form">
        <legend>{words.meaning}</legend>
        {marks.length > 0 && (
          <Select
            label={words.marks}
            value={marks.length === 1 ? marks[0]! : ""}
            options={[
              ...(marks.length === 1 ? [] : [["", words.marksMixed] as const]),
              ...markChoices.map((one) => [sampleNumber(one), sampleNumber(one)] as const),
            ]}
            onChange={(sample) => {
              const chosen = markChoices.find((one) => sampleNumber(one) === sample);
              if (chosen) onChange(withMarks(wish, chosen));
            }}
          />
        )}
        {(orders.length > 0 || isOpen) && (
          <Select
            label={words.order}
            value={isMixed ? "" : orders[0]!}
            options={[
              ...(isMixed ? [["", words.orders.mixed] as const] : []),
              ["day", words.orders.day],
              ["month", words.orders.month],
            ]}
            onChange={(order) => order && onChange(withOrder(wish, order === "day", notes))}
          />
        )}
        {hasTimes && (
          <>
            <TextField
              label={words.zone}
              value={plan.zone}
              list={zones}
              onChange={(text) => {
                const zone = zoneIn(text);
                if (zone && zone !== plan.zone) onChange({ ...wish, plan: { ...plan, zone } });
                return zone !== null;
              }}
            />
            <datalist id={zones}>
              {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
        <MissingField
          tokens={plan.missing}
          onChange={(missing) => onChange({ ...wish, plan: { ...plan, missing } })}
        />
      </fieldset>
      <RowsForm wish={wish} onChange={onChange} />
    </>
  );
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function zoneIn(text: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
