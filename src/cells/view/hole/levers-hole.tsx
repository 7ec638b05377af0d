import { behaviourName, leverOf, type ParamTexts } from "../../../analyses";
import { folded } from "../../../engine";
import type { DataSlot } from "../../model";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { HoleChips, type Chip } from "./hole-chips";
import { canBeWritten, leverChoices, leverFault, withCut, type LeversSpec } from "./lever-choices";
import { LeverCut } from "./lever-cut";
import { NamePicker } from "./name-picker";
import { useLogEvents } from "./use-log-events";

interface LeversHoleProps {
  readonly words: ParamTexts;
  readonly spec: LeversSpec;
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly slots: readonly DataSlot[];
  readonly value: readonly string[];
  readonly onChange: (levers: readonly string[]) => void;
}

/** Behaviours, each with the value from which on it counts as done. One that is not there stays to be seen. */
export function LeversHole({ words, spec, table, values, slots, value, onChange }: LeversHoleProps) {
  const { language, texts } = useSurroundings();
  const { analysis, levers } = texts;
  const slot = slots.find((one) => folded(one.table) === folded(table));
  const isLog = spec.of(values) === "events";
  const events = useLogEvents(table, isLog ? slot?.roles.event : undefined);
  const profile = useSession(({ tables }) => (slot ? (tables[slot.table]?.profile ?? null) : null));
  const choices = leverChoices(spec, table, values, slots, events, profile);
  const chosen = value.map(leverOf);
  const kindOf = (behaviour: string) => choices.fitting.find(({ name }) => name === behaviour)?.kind;
  const chips = chosen.map((lever, at): Chip => {
    const name = behaviourName(lever.behaviour, language);
    const fault = leverFault(choices, lever.behaviour);
    return {
      key: lever.behaviour,
      name,
      problem: fault && levers.fault[fault](name, table),
      removeLabel: analysis.removeColumn(name),
      // Yes or no has nothing between that could be a threshold.
      more: (!["boolean", "text"].includes(kindOf(lever.behaviour) ?? "") || lever.cut !== null) && (
        <LeverCut lever={lever} name={name} onChange={(cut) => onChange(withCut(value, at, cut))} />
      ),
    };
  });
  const isChosen = (name: string) => chosen.some(({ behaviour }) => behaviour === name);
  const rest = choices.offered.filter(({ name }) => !isChosen(name));
  const isEmpty = value.length === 0;
  const mayBeOther = events !== null && !events.isWhole;
  const unset = isLog ? (words.unset ?? levers.widest) : levers.choose;
  const add = (name: string | null) => name !== null && !isChosen(name) && onChange([...value, name]);
  return (
    <HoleChips
      label={words.label}
      chips={chips}
      onRemove={(at) => onChange(value.toSpliced(at, 1))}
      adder={
        value.length < spec.most &&
        (rest.length > 0 || isEmpty || mayBeOther) && (
          <NamePicker
            label={levers.addTo(words.label)}
            choices={rest.map(({ name, kind }) => ({
              name,
              shown: behaviourName(name, language),
              group: levers.groups[kind] ?? analysis.kinds[kind] ?? kind,
            }))}
            value={null}
            unset={isEmpty ? unset : levers.add}
            isWanted={isEmpty && (!isLog || spec.required === true)}
            canBeUnset
            fault={null}
            notOne={levers.notOne}
            mayBeOther={mayBeOther ? (text) => canBeWritten(text) && !isChosen(text) : undefined}
            onChange={add}
          />
        )
      }
    />
  );
}
