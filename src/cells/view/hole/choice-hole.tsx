import type { ParamTexts } from "../../../analyses";
import { HoleSelect } from "./hole-select";

interface ChoiceHoleProps {
  readonly words: ParamTexts;
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few, each as it reads in the sentence. */
export function ChoiceHole({ words, options, value, onChange }: ChoiceHoleProps) {
  return (
    <HoleSelect label={words.label} value={value} shown={words.options?.[value] ?? value} onChange={onChange}>
      {options.map((option) => (
        <option key={option} value={option}>
          {words.options?.[option] ?? option}
        </option>
      ))}
    </HoleSelect>
  );
}
