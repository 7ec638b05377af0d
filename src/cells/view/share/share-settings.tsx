import { useTexts } from "../shell/workbench-context";
import type { ShareForm } from "./use-copy";

/** What is done with one cell's result. */
export type Way = "checked" | "whole" | "without";

export interface Choices {
  readonly results: boolean;
  readonly form: ShareForm;
  readonly isSuppressed: boolean;
  readonly k: number;
  readonly ledger: boolean;
  readonly cells: ReadonlyMap<string, Way>;
}

interface ShareSettingsProps {
  readonly choices: Choices;
  /** Of the trail of hypotheses. */
  readonly entries: number;
  readonly onChoose: (change: Partial<Choices>) => void;
}

export function ShareSettings({ choices, entries, onChoose }: ShareSettingsProps) {
  const { share } = useTexts();
  const { results, form, isSuppressed, k, ledger } = choices;
  return (
    <>
      <fieldset>
        <legend>{share.what}</legend>
        <Choice
          name="share-what"
          label={share.results}
          about={share.resultsAbout}
          isChosen={results}
          onChoose={() => onChoose({ results: true })}
        />
        <Choice
          name="share-what"
          label={share.code}
          about={share.codeAbout}
          isChosen={!results}
          onChoose={() => onChoose({ results: false })}
        />
      </fieldset>
      <fieldset>
        <legend>{share.form}</legend>
        {(["ipynb", "html"] as const).map((one) => (
          <Choice
            key={one}
            name="share-form"
            label={share.forms[one].name}
            about={share.forms[one].about}
            isChosen={form === one}
            onChoose={() => onChoose({ form: one })}
          />
        ))}
      </fieldset>
      {results && (
        <div className="share-suppress">
          <label>
            <input
              type="checkbox"
              checked={isSuppressed}
              onChange={(event) => onChoose({ isSuppressed: event.target.checked })}
            />{" "}
            {share.suppress}
          </label>
          <input
            type="number"
            className="field tabular"
            aria-label={share.k}
            min={1}
            max={100}
            step={1}
            value={k}
            disabled={!isSuppressed}
            onChange={(event) => {
              const next = event.target.valueAsNumber;
              if (Number.isInteger(next) && next >= 1 && next <= 100) onChoose({ k: next });
            }}
          />
          {isSuppressed && <p className="share-quiet">{share.limits}</p>}
        </div>
      )}
      {entries > 0 && form === "ipynb" && (
        <label className="share-ledger">
          <input
            type="checkbox"
            checked={ledger}
            onChange={(event) => onChoose({ ledger: event.target.checked })}
          />{" "}
          {share.ledger(entries)}
        </label>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, about, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="share-choice">
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} />
      <span>
        {label}
        <small>{about}</small>
      </span>
    </label>
  );
}
