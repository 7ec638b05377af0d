import { fits, type ParamSpec, type ParamTexts } from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";
import { widthOf } from "./width-of";

interface NumberHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ParamSpec, { type: "number" }>;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** What does not fit stays in the field, marked, and changes nothing. */
export function NumberHole({ words, spec, value, onChange }: NumberHoleProps) {
  const { texts, language } = useSurroundings();
  const factor = spec.percent ? 100 : 1;
  const written = value === null ? "" : String(Number((value * factor).toPrecision(12)));
  const read = (given: string) => (given.trim() === "" ? null : Number(given.replace(",", ".")) / factor);
  const { text, ...field } = useDraft(written, (given) => {
    const number = read(given);
    if (!fits(spec, number)) return false;
    if (given !== written && number !== value) onChange(number);
    return true;
  });
  const good = fits(spec, read(text));
  const bound = (n: number) => language.format.number(n * factor, 6);
  const unset = words.unset ?? texts.analysis.notSet;
  return (
    <span className="hole-with-unit">
      <input
        className="hole hole-number tabular"
        inputMode="decimal"
        aria-label={words.label}
        aria-invalid={!good}
        title={good ? words.label : texts.analysis.badNumber(bound(spec.min), bound(spec.max))}
        placeholder={unset}
        style={widthOf((text || unset).length)}
        value={text}
        {...field}
      />
      {spec.percent && "%"}
    </span>
  );
}
