import { X } from "lucide-react";
import type { ActivityRule, RuleCondition } from "../../../analyses";
import type { DataSlot } from "../../model";
import { useDraft } from "../shell/use-draft";
import { useTexts } from "../shell/workbench-context";

interface ConditionListProps {
  readonly slot: DataSlot;
  readonly change: (part: Partial<ActivityRule>) => void;
}

/** Conditions on other columns: a video counts as watched from 60 seconds on. */
export function ConditionList({ slot, change }: ConditionListProps) {
  const { rule: texts } = useTexts();
  const { conditions } = slot.rule;
  const first = slot.columns[0]?.name ?? "";
  return (
    <div role="group" aria-label={texts.conditions}>
      {conditions.map((condition, i) => (
        <Condition
          key={i}
          condition={condition}
          slot={slot}
          onChange={(next) => change({ conditions: conditions.with(i, next) })}
          onRemove={() => change({ conditions: conditions.toSpliced(i, 1) })}
        />
      ))}
      <button
        type="button"
        className="link"
        onClick={() => change({ conditions: [...conditions, { column: first, operator: ">=", value: 0 }] })}
      >
        {texts.addCondition}
      </button>
    </div>
  );
}

interface ConditionProps {
  readonly condition: RuleCondition;
  readonly slot: DataSlot;
  readonly onChange: (condition: RuleCondition) => void;
  readonly onRemove: () => void;
}

function Condition({ condition, slot, onChange, onRemove }: ConditionProps) {
  const { rule: texts } = useTexts();
  const kind = slot.columns.find((column) => column.name === condition.column)?.kind;
  const numeric = kind === "integer" || kind === "number" || kind === "decimal";
  const written = String(condition.value);
  const { text, ...field } = useDraft(written, (given) => {
    const number = numeric && given.trim() !== "" && Number.isFinite(Number(given));
    if (given !== written) onChange({ ...condition, value: number ? Number(given) : given });
    return true;
  });
  return (
    <div className="rule-condition">
      <select
        className="field"
        aria-label={texts.column}
        value={condition.column}
        onChange={(event) => onChange({ ...condition, column: event.target.value })}
      >
        {slot.columns.map((column) => (
          <option key={column.name}>{column.name}</option>
        ))}
      </select>
      <select
        className="field"
        aria-label={texts.operator}
        value={condition.operator}
        onChange={(event) =>
          onChange({ ...condition, operator: event.target.value as RuleCondition["operator"] })
        }
      >
        {[">=", "<=", "=", "<>"].map((operator) => (
          <option key={operator}>{operator}</option>
        ))}
      </select>
      <input className="field" aria-label={texts.value} value={text} {...field} />
      <button
        type="button"
        className="button button-quiet button-small button-icon"
        aria-label={texts.removeCondition}
        onClick={onRemove}
      >
        <X className="icon" aria-hidden="true" />
      </button>
    </div>
  );
}
