import { Suspense } from "react";
import { paramTextsOf, type AnyCard, type ParamSpec } from "../../../analyses";
import { folded } from "../../../engine";
import type { DataSlot } from "../../model";
import { useSurroundings } from "../shell/workbench-context";
import { ChoiceHole } from "./choice-hole";
import { choosableColumns } from "./choosable-columns";
import { ColumnHole } from "./column-hole";
import { ColumnsHole } from "./columns-hole";
import { DateHole } from "./date-hole";
import { LeversHole } from "./later";
import { NumberHole } from "./number-hole";
import { NumbersHole } from "./numbers-hole";
import { TableHole } from "./table-hole";
import { TextHole } from "./text-hole";
import "./hole.css";

interface HoleProps {
  readonly analysis: AnyCard;
  readonly param: string;
  readonly spec: ParamSpec;
  /** Of all parameters: some are chosen from what others name. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The analysis' own table. */
  readonly table: string;
  readonly slots: readonly DataSlot[];
  readonly onChange: (value: unknown) => void;
  readonly onRule: () => void;
}

/** A parameter where it stands in the sentence. */
export function Hole(props: HoleProps) {
  return (
    <span className="hole-place" data-param={props.param}>
      <Field {...props} />
    </span>
  );
}

function Field({ analysis, param, spec, values, table, slots, onChange, onRule }: HoleProps) {
  const { language, texts } = useSurroundings();
  const words = paramTextsOf(analysis, param, language);
  const value = values[param];
  switch (spec.type) {
    case "choice":
      return <ChoiceHole words={words} options={spec.options} value={String(value)} onChange={onChange} />;
    case "switch":
      return (
        <ChoiceHole
          words={words}
          options={["true", "false"]}
          value={String(value)}
          onChange={(one) => onChange(one === "true")}
        />
      );
    case "number":
      return <NumberHole words={words} spec={spec} value={value as number | null} onChange={onChange} />;
    case "date":
      return <DateHole words={words} value={String(value)} onChange={onChange} />;
    case "rule": {
      const rule = slotOf(slots, table)?.rule;
      return (
        <button type="button" className="hole" title={texts.analysis.rulePlace} onClick={onRule}>
          {rule ? language.texts.base.rule(rule) : words.label}
        </button>
      );
    }
    case "column":
      return (
        <ColumnHole
          words={words}
          spec={spec}
          columns={choosableColumns(spec, table, values, slots)}
          value={value as string | null}
          onChange={onChange}
        />
      );
    case "columns":
      return (
        <ColumnsHole
          words={words}
          spec={spec}
          columns={choosableColumns(spec, table, values, slots)}
          value={value as readonly string[]}
          onChange={onChange}
        />
      );
    case "levers":
      return (
        <Suspense fallback={<span className="hole">{words.label}</span>}>
          <LeversHole
            words={words}
            spec={spec}
            table={table}
            values={values}
            slots={slots}
            value={value as readonly string[]}
            onChange={onChange}
          />
        </Suspense>
      );
    case "table":
      return (
        <TableHole
          label={words.label}
          value={value as string | null}
          without={table}
          unset={spec.required ? null : (words.unset ?? texts.analysis.noTable)}
          onChange={onChange}
        />
      );
    case "numbers":
      return <NumbersHole words={words} spec={spec} value={value as readonly number[]} onChange={onChange} />;
    case "text":
      return (
        <TextHole
          words={words}
          spec={spec}
          valuesOf={columnOfValues(spec, { analysis, values, table, slots })}
          value={String(value)}
          onChange={onChange}
        />
      );
  }
}

/** The column whose values a text may be: a role's, or the one that another parameter chose. */
function columnOfValues(
  { valuesOf }: Extract<ParamSpec, { type: "text" }>,
  { analysis, values, table, slots }: Pick<HoleProps, "analysis" | "values" | "table" | "slots">,
): { table: string; column: string } | null {
  if (!valuesOf) return null;
  if ("role" in valuesOf) {
    const column = slotOf(slots, table)?.roles[valuesOf.role];
    return column === undefined ? null : { table, column };
  }
  const spec = analysis.params[valuesOf.param];
  const column = values[valuesOf.param];
  if (spec?.type !== "column" || typeof column !== "string") return null;
  const { table: owner, all } = choosableColumns(spec, table, values, slots);
  return all?.some(({ name }) => name === column) ? { table: owner, column } : null;
}

function slotOf(slots: readonly DataSlot[], table: string): DataSlot | undefined {
  return slots.find((slot) => folded(slot.table) === folded(table));
}
