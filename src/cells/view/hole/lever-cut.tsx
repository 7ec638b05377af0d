import type { Lever } from "../../../analyses";
import { useDraft } from "../shell/use-draft";
import { useSurroundings } from "../shell/workbench-context";
import { readCut, writtenCut } from "./lever-choices";
import { widthOf } from "./width-of";

interface LeverCutProps {
  readonly lever: Lever;
  readonly name: string;
  readonly onChange: (cut: number | null) => void;
}

/** From which value on a behaviour counts as done; empty: as it was measured. What is no number stays, marked, and changes nothing. */
export function LeverCut({ lever, name, onChange }: LeverCutProps) {
  const { texts, language } = useSurroundings();
  const comma = language.locale === "ru";
  const written = writtenCut(lever, comma);
  const isGood = (cut: number | null) => !Number.isNaN(cut);
  const { text, ...field } = useDraft(written, (given) => {
    const cut = readCut(given, comma);
    if (!isGood(cut)) return false;
    if (cut !== lever.cut) onChange(cut);
    return true;
  });
  const good = isGood(readCut(text, comma));
  return (
    <span className="hole-cut">
      <span aria-hidden="true">≥</span>
      <input
        className="hole hole-number tabular"
        inputMode="decimal"
        aria-label={texts.levers.cut(name)}
        aria-invalid={!good || undefined}
        title={good ? texts.levers.cut(name) : texts.levers.badCut}
        placeholder="…"
        style={widthOf(text.length)}
        value={text}
        {...field}
      />
    </span>
  );
}
