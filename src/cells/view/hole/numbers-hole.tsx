import { fits, type ParamSpec, type ParamTexts } from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";
import { widthOf } from "./width-of";
import { readNumbers, writtenNumbers } from "./written-numbers";

interface NumbersHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ParamSpec, { type: "numbers" }>;
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
}

/** A list of numbers in one field. What does not fit stays in the field, marked, and changes nothing. */
export function NumbersHole({ words, spec, value, onChange }: NumbersHoleProps) {
  const { texts, language } = useSurroundings();
  const comma = language.locale === "ru";
  const written = writtenNumbers(value, spec, comma);
  const { text, ...field } = useDraft(written, (given) => {
    const numbers = readNumbers(given, spec, comma);
    if (!fits(spec, numbers)) return false;
    if (writtenNumbers(numbers, spec, comma) !== written) onChange(numbers);
    return true;
  });
  const good = fits(spec, readNumbers(text, spec, comma));
  const bound = (n: number) => language.format.number(n, 6);
  return (
    <input
      className="hole hole-number tabular"
      inputMode={spec.integer ? "text" : "decimal"}
      aria-label={words.label}
      aria-invalid={!good}
      title={good ? words.label : texts.analysis.badNumbers(bound(spec.min), bound(spec.max), spec.most)}
      style={widthOf(text.length)}
      value={text}
      {...field}
    />
  );
}
