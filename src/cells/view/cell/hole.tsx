import { useRef, useState } from "react";
import {
  fits,
  paramTextsOf,
  type ActivityRule,
  type AnyAnalysis,
  type ParamSpec,
  type ParamTexts,
} from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";

interface HoleProps {
  readonly analysis: AnyAnalysis;
  readonly param: string;
  readonly spec: ParamSpec;
  readonly value: unknown;
  readonly rule: ActivityRule | null;
  readonly onChange: (value: unknown) => void;
  readonly onRule: () => void;
}

/** A parameter where it stands in the sentence. */
export function Hole({ analysis, param, spec, value, rule, onChange, onRule }: HoleProps) {
  const { language, texts } = useSurroundings();
  const words = paramTextsOf(analysis, param, language);
  switch (spec.type) {
    case "choice":
      return <Choice words={words} options={spec.options} value={String(value)} onChange={onChange} />;
    case "switch":
      return (
        <Choice
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
    case "rule":
      return (
        <button type="button" className="hole" title={texts.analysis.rulePlace} onClick={onRule}>
          {rule ? language.texts.base.rule(rule) : words.label}
        </button>
      );
  }
}

interface ChoiceProps {
  readonly words: ParamTexts;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const sizesFields = CSS.supports("field-sizing", "content");

function Choice({ words, options, value, onChange }: ChoiceProps) {
  const shown = words.options?.[value] ?? value;
  return (
    <select
      className="hole"
      aria-label={words.label}
      value={value}
      // As wide as what it says, so that the sentence reads on; browsers without `field-sizing` take the longest option.
      style={sizesFields ? undefined : { width: `calc(${shown.length * 0.52}em + 2.1em)` }}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {words.options?.[option] ?? option}
        </option>
      ))}
    </select>
  );
}

interface NumberHoleProps {
  readonly words: ParamTexts;
  readonly spec: Extract<ParamSpec, { type: "number" }>;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** What does not fit stays in the field, marked, and changes nothing. */
function NumberHole({ words, spec, value, onChange }: NumberHoleProps) {
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
        style={{ width: `calc(${Math.max(text.length, text ? 2 : unset.length)}ch + 1.2em)` }}
        value={text}
        {...field}
      />
      {spec.percent && "%"}
    </span>
  );
}

interface DateHoleProps {
  readonly words: ParamTexts;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** "auto" reads as words; a click makes it a date field, an emptied field makes it automatic again. */
function DateHole({ words, value, onChange }: DateHoleProps) {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const written = value === "auto" ? "" : value;
  const { text, ...field } = useDraft(written, (given) => {
    // A half typed date reads as an empty one, but empties nothing.
    const next = input.current?.validity.badInput ? value : given || "auto";
    if (next !== value) onChange(next);
    return true;
  });
  if (value === "auto" && !open) {
    return (
      <button type="button" className="hole" title={words.label} onClick={() => setOpen(true)}>
        {words.unset ?? texts.analysis.automatic}
      </button>
    );
  }
  return (
    <input
      type="date"
      className="hole hole-date tabular"
      ref={input}
      aria-label={words.label}
      title={texts.analysis.badDate}
      autoFocus={open}
      value={text}
      {...field}
      onBlur={() => {
        field.onBlur();
        setOpen(false);
      }}
    />
  );
}
