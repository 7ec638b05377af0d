import { analysisById, definitionOf, type AnyCard } from "../../../analyses";
import { entriesOf, type Claim, type Question, type Trial } from "../../model";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { ClaimText } from "./claim-text";
import { differences } from "./differences";
import { useMoment } from "./use-moment";

interface TrailListProps {
  readonly question: Question;
  /** The variant whose answer stands above. */
  readonly shown?: Trial;
}

/** The latest are what somebody looks for; a notebook that a program ran may hold thousands. */
const mostShown = 100;

/** What was expected of a question and what was tried, in the order in which it happened. */
export function TrailList({ question, shown }: TrailListProps) {
  const { texts } = useSurroundings();
  const ledger = useSession((session) => session.notebook.ledger);
  const entries = entriesOf(ledger, question);
  const hidden = Math.max(0, entries.length - mostShown);
  return (
    <>
      {hidden > 0 && <p>{texts.ledger.earlier(hidden)}</p>}
      <ol className="trail">
        {entries.map((entry, i) => {
          if (i < hidden) return null;
          if (entry.kind === "claim")
            return (
              <li key={i} className="trail-claim">
                <ClaimText claim={entry} />
              </li>
            );
          return <TrialLine key={i} trial={entry} before={lastTrial(entries, i)} isShown={entry === shown} />;
        })}
      </ol>
    </>
  );
}

function lastTrial(entries: readonly (Claim | Trial)[], before: number): Trial | undefined {
  return entries.slice(0, before).findLast((one) => one.kind === "trial");
}

interface TrialLineProps {
  readonly trial: Trial;
  readonly before: Trial | undefined;
  readonly isShown: boolean;
}

function TrialLine({ trial, before, isShown }: TrialLineProps) {
  const { texts } = useSurroundings();
  const moment = useMoment();
  const { said } = trial;
  return (
    <li className={isShown ? "trail-trial is-shown" : "trail-trial"} aria-current={isShown || undefined}>
      <span className="trail-when tabular">{moment(trial.at)}</span>
      <WhatWasAsked trial={trial} before={before} />
      <p>
        {said ? (
          <>
            <strong>{texts.analysis.levels[said.level]}.</strong> {said.sentence}
            {said.number && <span className="tabular"> {said.number}</span>}
          </>
        ) : (
          texts.ledger.noVerdict
        )}
      </p>
    </li>
  );
}

/** The first in full, the others by what they changed. */
function WhatWasAsked({ trial, before }: Omit<TrialLineProps, "isShown">) {
  const { language, texts } = useSurroundings();
  const analysis = analysisById(trial.analysis);
  if (!analysis) return null;
  if (!before) return <p className="trail-asked">{definition(analysis)}</p>;
  const changes = differences(analysis, before, trial, language, texts);
  return (
    <ul className="trail-changes">
      {changes.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );

  function definition(card: AnyCard): string {
    const rules = Object.keys(card.params).filter((param) => card.params[param]?.type === "rule");
    const found = Object.fromEntries(rules.map((param) => [param, texts.ledger.rule]));
    return definitionOf(card, trial.params, language, found);
  }
}
