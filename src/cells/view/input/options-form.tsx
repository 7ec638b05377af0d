import { useId, useState } from "react";
import type { InputOptions } from "../../model";
import { useTexts } from "../shell/workbench-context";

interface OptionsFormProps {
  readonly options: InputOptions;
  readonly onOptions: (options: InputOptions) => void;
}

/** A list, one choice a line, or a query. What was written for the one is kept while the other is looked at. */
export function OptionsForm({ options, onOptions }: OptionsFormProps) {
  const { input } = useTexts();
  const id = useId();
  const [other, setOther] = useState<InputOptions | null>(null);
  const turnTo = (from: InputOptions["from"]) => {
    if (from === options.from) return;
    setOther(options);
    if (other?.from === from) onOptions(other);
    else onOptions(from === "list" ? { from, values: [] } : { from, sql: "" });
  };
  return (
    <>
      <span id={`${id}-from`}>{input.choices}</span>
      <span className="input-from" role="radiogroup" aria-labelledby={`${id}-from`}>
        {(["list", "query"] as const).map((from) => (
          <label key={from} className="check">
            <input type="radio" name={id} checked={options.from === from} onChange={() => turnTo(from)} />
            {from === "list" ? input.fromList : input.fromQuery}
          </label>
        ))}
      </span>
      <span />
      {options.from === "list" ? (
        <Lines
          key="list"
          label={input.list}
          written={options.values.join("\n")}
          onLines={(text) => onOptions({ from: "list", values: linesIn(text) })}
        />
      ) : (
        <Lines
          key="query"
          label={input.sql}
          isCode
          written={options.sql}
          onLines={(sql) => onOptions({ from: "query", sql })}
        />
      )}
    </>
  );
}

interface LinesProps {
  readonly label: string;
  readonly written: string;
  readonly isCode?: boolean;
  readonly onLines: (text: string) => void;
}

function Lines({ label, written, isCode = false, onLines }: LinesProps) {
  const id = useId();
  const [draft, setDraft] = useState<{ text: string; over: string } | null>(null);
  const text = draft?.over === written ? draft.text : written;
  const finish = () => {
    if (text !== written) onLines(text);
    setDraft(null);
  };
  return (
    <span className="input-lines">
      <textarea
        id={id}
        className={isCode ? "field code" : "field"}
        rows={4}
        spellCheck={!isCode && undefined}
        placeholder={isCode ? "select distinct … from …" : undefined}
        aria-describedby={`${id}-what`}
        aria-label={label}
        value={text}
        onChange={(event) => setDraft({ text: event.target.value, over: written })}
        onBlur={finish}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && finish()}
      />
      <small id={`${id}-what`}>{label}</small>
    </span>
  );
}

function linesIn(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
