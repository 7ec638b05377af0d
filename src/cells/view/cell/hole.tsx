import { useState } from "react";
import {
  fits,
  paramTextsOf,
  type ActivityRule,
  type AnyAnalysis,
  type ParamSpec,
  type ParamTexts,
} from "../../../analyses";
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

/** Taken over on Enter or when left; what does not fit stays in the field, marked, and changes nothing. */
function NumberHole({ words, spec, value, onChange }: NumberHoleProps) {
  const { texts, language } = useSurroundings();
  const factor = spec.percent ? 100 : 1;
  const written = value === null ? "" : String(Number((value * factor).toPrecision(12)));
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? written;
  const read = text.trim() === "" ? null : Number(text.replace(",", ".")) / factor;
  const good = fits(spec, read);
  const bound = (n: number) => language.format.number(n * factor, 6);
  return (
    <span className="hole-with-unit">
      <input
        className="hole hole-number tabular"
        inputMode="decimal"
        aria-label={words.label}
        aria-invalid={!good}
        title={good ? words.label : texts.analysis.badNumber(bound(spec.min), bound(spec.max))}
        placeholder={words.unset ?? texts.analysis.notSet}
        style={{
          width: `calc(${Math.max(text.length, text ? 2 : (words.unset ?? texts.analysis.notSet).length)}ch + 1.2em)`,
        }}
        value={text}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft === null || !good) return;
          setDraft(null);
          if (read !== value) onChange(read);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(null);
          event.stopPropagation();
        }}
      />
      {spec.percent && "%"}
    </span>
  );
}

/** "auto" reads as words; a click makes it a date field, an emptied field makes it automatic again. */
function DateHole({
  words,
  value,
  onChange,
}: {
  words: ParamTexts;
  value: string;
  onChange: (value: string) => void;
}) {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  if (value === "auto" && !open) {
    return (
      <button type="button" className="hole" title={words.label} onClick={() => setOpen(true)}>
        {words.unset ?? texts.analysis.automatic}
      </button>
    );
  }
  const take = (text: string) => {
    setOpen(false);
    const next = text || "auto";
    if (next !== value) onChange(next);
  };
  return (
    <input
      type="date"
      className="hole hole-date tabular"
      aria-label={words.label}
      title={texts.analysis.badDate}
      autoFocus={open}
      defaultValue={value === "auto" ? "" : value}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setOpen(false);
        event.stopPropagation();
      }}
    />
  );
}
