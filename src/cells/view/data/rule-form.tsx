import { useEffect, useState } from "react";
import type { ActivityRule } from "../../../analyses";
import type { DataSlot } from "../../model";
import { useSurroundings, useTexts, useWorkbench } from "../shell/workbench-context";
import { ConditionList } from "./rule-conditions";
import "./rule.css";

/** The data set's one rule of what counts as being active, in words, with the way to change it. */
export function RuleSummary({ slot }: { slot: DataSlot }) {
  const { texts, language } = useSurroundings();
  const [open, setOpen] = useState(false);
  return (
    <div className="rule">
      <h5>{texts.rule.title}</h5>
      {open ? (
        <RuleForm slot={slot} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {language.texts.base.rule(slot.rule)}
        </button>
      )}
    </div>
  );
}

export function RuleForm({ slot, onDone }: { slot: DataSlot; onDone: () => void }) {
  const { send } = useWorkbench();
  const { rule: texts } = useTexts();
  const { rule } = slot;
  const change = (part: Partial<ActivityRule>) =>
    send({ type: "rule-changed", table: slot.table, rule: { ...rule, ...part } });
  return (
    <>
      <p className="roles-note">{texts.everywhere(slot.table)}</p>
      {slot.roles.event ? <EventChoice slot={slot} change={change} /> : <p>{texts.noEvents}</p>}
      <label className="role">
        <span>{texts.minPerDay}</span>
        <input
          className="field tabular"
          type="number"
          min={1}
          max={1000}
          value={rule.minPerDay}
          onChange={(event) =>
            change({ minPerDay: Math.max(1, Math.round(event.target.valueAsNumber || 1)) })
          }
        />
      </label>
      <ConditionList slot={slot} change={change} />
      <button type="button" className="button button-small" onClick={onDone}>
        {texts.done}
      </button>
    </>
  );
}

interface ChoiceProps {
  readonly slot: DataSlot;
  readonly change: (part: Partial<ActivityRule>) => void;
}

function EventChoice({ slot, change }: ChoiceProps) {
  const { valuesOf } = useWorkbench();
  const { rule: texts, count } = useTexts();
  const { rule, roles, table } = slot;
  const [events, setEvents] = useState<readonly { value: string; count: number }[]>([]);
  const column = roles.event;
  useEffect(() => {
    let current = true;
    if (column) void valuesOf(table, column).then((found) => current && setEvents(found));
    return () => {
      current = false;
    };
  }, [valuesOf, table, column]);
  const toggle = (value: string) =>
    change({
      events: rule.events.includes(value)
        ? rule.events.filter((one) => one !== value)
        : [...rule.events, value],
    });

  return (
    <>
      <label className="role">
        <span>{texts.form}</span>
        <select
          className="field"
          value={rule.form}
          onChange={(event) => change({ form: event.target.value as ActivityRule["form"] })}
        >
          <option value="any">{texts.any}</option>
          <option value="listed">{texts.listed}</option>
          <option value="except">{texts.except}</option>
        </select>
      </label>
      {rule.form !== "any" && (
        <div className="rule-events" role="group" aria-label={texts.events}>
          {events.map((one) => (
            <label className="check" key={one.value}>
              <input
                type="checkbox"
                checked={rule.events.includes(one.value)}
                onChange={() => toggle(one.value)}
              />
              {one.value} <small className="tabular">{count.number(one.count)}</small>
            </label>
          ))}
        </div>
      )}
      <label className="role">
        <span>{texts.after}</span>
        <select
          className="field"
          value={rule.after?.event ?? ""}
          onChange={(event) =>
            change({
              after: event.target.value
                ? { event: event.target.value, withinHours: rule.after?.withinHours ?? 24 }
                : null,
            })
          }
        >
          <option value="">{texts.afterNone}</option>
          {events.map((one) => (
            <option key={one.value} value={one.value}>
              {one.value}
            </option>
          ))}
        </select>
      </label>
      {rule.after && (
        <label className="role">
          <span>{texts.within}</span>
          <input
            className="field tabular"
            type="number"
            min={1}
            value={rule.after.withinHours}
            onChange={(event) =>
              change({
                after: {
                  event: rule.after!.event,
                  withinHours: Math.max(1, event.target.valueAsNumber || 1),
                },
              })
            }
          />
        </label>
      )}
    </>
  );
}
