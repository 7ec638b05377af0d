import { useTexts } from "../shell/workbench-context";
import { ShareTableChoice } from "./share-table-choice";
import type { ShareForm, ShareTables } from "./use-copy";

/** What is done with one cell's result. */
export type Way = "checked" | "whole" | "without";

export interface Choices {
  readonly results: boolean;
  /** Rows of tables too. */
  readonly data: boolean;
  readonly tables: ShareTables;
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
  const { results, data, form, isSuppressed, k, ledger } = choices;
  return (
    <>
      <fieldset>
        <legend>{share.what}</legend>
        <Choice
          name="share-what"
          label={share.results}
          about={share.resultsAbout}
          isChosen={results && !data}
          onChoose={() => onChoose({ results: true, data: false })}
        />
        <Choice
          name="share-what"
          label={share.data}
          about={share.dataAbout}
          isChosen={data}
          onChoose={() => onChoose({ results: true, data: true, form: "live" })}
        />
        <Choice
          name="share-what"
          label={share.code}
          about={share.codeAbout}
          isChosen={!results}
          onChoose={() => onChoose({ results: false, data: false })}
        />
      </fieldset>
      {data && <ShareTableChoice tables={choices.tables} onChoose={(tables) => onChoose({ tables })} />}
      <fieldset>
        <legend>{share.form}</legend>
        {data && <p className="share-quiet">{share.onlyLive}</p>}
        {(["ipynb", "html", "live"] as const).map((one) => (
          <Choice
            key={one}
            name="share-form"
            label={share.forms[one].name}
            about={share.forms[one].about}
            isChosen={form === one}
            isOut={data && one !== "live"}
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
      {entries > 0 && form !== "html" && (
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
  /** It does not go with what else is chosen. */
  readonly isOut?: boolean;
  readonly onChoose: () => void;
}

function Choice({ name, label, about, isChosen, isOut = false, onChoose }: ChoiceProps) {
  return (
    <label className={isOut ? "share-choice is-out" : "share-choice"}>
      <input type="radio" name={name} checked={isChosen} disabled={isOut} onChange={onChoose} />
      <span>
        {label}
        <small>{about}</small>
      </span>
    </label>
  );
}
