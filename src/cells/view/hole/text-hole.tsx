import { useId, useState } from "react";
import { fits, valueOfText, valueText, type ParamSpec, type ParamTexts } from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";
import { wasPicked } from "./picked";
import { widthOf } from "./width-of";

interface TextHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ParamSpec, { type: "text" }>;
  /** The column whose values are offered; null: none is. */
  readonly valuesOf: { readonly table: string; readonly column: string } | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Free text, with the values of a column to choose from once somebody looks. */
export function TextHole({ words, spec, valuesOf, value, onChange }: TextHoleProps) {
  const { workbench, texts, language } = useSurroundings();
  const id = useId();
  const [known, setKnown] = useState<{ of: string; values: readonly string[] }>({ of: "", values: [] });
  const of = valuesOf ? JSON.stringify([valuesOf.table, valuesOf.column]) : "";
  const meant = (given: string) =>
    valuesOf ? valueOfText(given, [value, ...(known.of === of ? known.values : [])], language) : given;
  const {
    text,
    onChange: type,
    ...field
  } = useDraft(valuesOf ? valueText(value, language) : value, (given) => {
    if (!fits(spec, given)) return false;
    if (meant(given) !== value) onChange(meant(given));
    return true;
  });
  const offer = () => {
    if (!valuesOf || known.of === of) return;
    // Without the values a text can still be written by hand: a table that is not there is told by the run itself.
    const keep = (values: readonly string[]) => setKnown({ of, values });
    workbench.valuesOf(valuesOf.table, valuesOf.column).then(
      (found) => keep(found.map((one) => one.value)),
      () => keep([]),
    );
  };
  const unset = words.unset ?? texts.analysis.notSet;
  const values = known.of === of ? known.values : [];
  return (
    <>
      <input
        className="hole hole-typed"
        list={`${id}-values`}
        aria-label={words.label}
        aria-invalid={!fits(spec, text) || undefined}
        title={words.label}
        placeholder={unset}
        style={widthOf((text || unset).length)}
        value={text}
        onFocus={offer}
        {...field}
        onChange={(event) => {
          type(event);
          const picked = meant(event.target.value);
          if (wasPicked(event.nativeEvent) && picked !== value && values.includes(picked)) onChange(picked);
        }}
      />
      <datalist id={`${id}-values`}>
        {values.map((one) => (
          <option key={one} value={valueText(one, language)} />
        ))}
      </datalist>
    </>
  );
}
