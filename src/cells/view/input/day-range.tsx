import { useId, useState } from "react";
import type { InputControl } from "../../model";
import { useTexts } from "../shell/workbench-context";
import type { ControlProps } from "./control-props";
import { DayField } from "./day-field";
import { Fault } from "./fault";

type Props = ControlProps<Extract<InputControl, { form: "date" | "date-range" }>>;
type Pair = readonly [string | null, string | null];

/** From a day to a day, both included. Half a period, and one that runs backwards, stay in the fields and are not sent. */
export function DayRange({ id, label, control, value, onValue }: Props) {
  const { input } = useTexts();
  const faultId = useId();
  const [from = null, until = null] = Array.isArray(value) ? (value as readonly string[]) : [];
  const [draft, setDraft] = useState<{ pair: Pair; over: unknown } | null>(null);
  const pair: Pair = draft && draft.over === value ? draft.pair : [from, until];
  const isBackwards = pair[0] !== null && pair[1] !== null && pair[0] > pair[1];
  const take = (next: Pair) => {
    const [first, last] = next;
    setDraft({ pair: next, over: value });
    if (first !== null && last !== null && first <= last) onValue([first, last]);
    if (first === null && last === null) onValue(null);
  };
  const common = {
    min: control.min,
    max: control.max,
    invalid: isBackwards,
    describedBy: isBackwards ? faultId : undefined,
  };
  return (
    <span className="input-range" role="group" aria-label={label}>
      <DayField
        {...common}
        id={id}
        label={input.from(label)}
        value={pair[0]}
        onDay={(day) => take([day, pair[1]])}
      />
      <span aria-hidden="true">–</span>
      <DayField
        {...common}
        label={input.until(label)}
        value={pair[1]}
        onDay={(day) => take([pair[0], day])}
      />
      {isBackwards && <Fault id={faultId}>{input.untilBeforeFrom}</Fault>}
    </span>
  );
}
