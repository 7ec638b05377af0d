import {
  canRun,
  paramTextsOf,
  questionOf,
  titleOf,
  type RoleProblem,
  type Suggestion,
} from "../../../analyses";
import { newCell } from "../../model";
import { useSession, useSurroundings } from "../shell/workbench-context";

interface OfferProps {
  readonly suggestion: Suggestion;
  readonly table: string;
  /** It does not run before its expectation was written down. */
  readonly isHeld: boolean;
}

/** An analysis as a button; what it lacks, or what is left for the person to choose, stands under it. */
export function Offer({ suggestion, table, isHeld }: OfferProps) {
  const { workbench, language } = useSurroundings();
  const end = useSession((session) => session.notebook.cells.length);
  const { analysis, params } = suggestion;
  const can = canRun(suggestion);
  const add = () => {
    const asked = { ...newCell("analysis"), analysis: analysis.id, table, params };
    const cell = isHeld ? { ...asked, disabled: true as const } : asked;
    workbench.send({ type: "cell-inserted", cell, at: end, edit: false, byGuess: true });
  };
  return (
    <button type="button" className="offer" disabled={!can} onClick={add}>
      <strong>{titleOf(analysis, language)}</strong>
      <span>{questionOf(analysis, language)}</span>
      <Lacks suggestion={suggestion} />
    </button>
  );
}

function Lacks({ suggestion }: { suggestion: Suggestion }) {
  const { texts, language } = useSurroundings();
  const { suggest, roles } = texts;
  const { analysis, missing, beside, open } = suggestion;
  const isUnset = ({ type }: RoleProblem) => type === null;
  const unset = missing.filter(isUnset).map(({ role }) => roles[role]);
  const asked = [...new Set(open.map(({ param }) => paramTextsOf(analysis, param, language).label))];
  return (
    <>
      {unset.length > 0 && <small className="offer-lacks">{suggest.missing(unset.join(", "))}</small>}
      {missing
        .filter((one) => !isUnset(one))
        .map(({ role, column, type }) => (
          <small key={role} className="offer-lacks">
            {suggest.wrongType(roles[role], column ?? "", (type ?? "").toLowerCase())}
          </small>
        ))}
      {beside.map((one) => (
        <small key={one.param} className="offer-lacks">
          {suggest.missingTable(one.roles.map((role) => roles[role]).join(", "))}
        </small>
      ))}
      {canRun(suggestion) && asked.length > 0 && <small>{suggest.asks(asked.join(", "))}</small>}
    </>
  );
}
