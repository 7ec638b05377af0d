import { useId, useState } from "react";
import { useTexts } from "../shell/workbench-context";

interface MissingFieldProps {
  readonly tokens: readonly string[];
  readonly onChange: (tokens: readonly string[]) => void;
}

/** A list of words, one a line; taken over when it is left. */
export function MissingField({ tokens, onChange }: MissingFieldProps) {
  const { importing: words } = useTexts();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const written = tokens.join("\n");
  return (
    <details className="import-missing">
      <summary>{words.missing}</summary>
      <label htmlFor={id} className="load-hint">
        {words.missingHint}
      </label>
      <textarea
        id={id}
        className="field code"
        rows={6}
        spellCheck={false}
        value={draft ?? written}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          setDraft(null);
          if (draft !== null && draft !== written) onChange(tokensIn(draft));
        }}
      />
    </details>
  );
}

/** In lower case, each once: as cells are compared with them. */
export function tokensIn(text: string): string[] {
  const tokens = text.split("\n").map((line) => line.trim().toLowerCase());
  return [...new Set(tokens.filter(Boolean))];
}
