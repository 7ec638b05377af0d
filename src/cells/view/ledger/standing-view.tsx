import { useMemo, useState } from "react";
import { groupOf, type Request } from "../../../analyses";
import { variantOf } from "../../kinds";
import { ledgerFault, standingOf, type Standing } from "../../model";
import { useSession, useTexts } from "../shell/workbench-context";
import type { Texts } from "../texts";
import { chanceOf } from "./chance-of";
import { TrailList } from "./trail-list";
import "./ledger.css";

interface StandingViewProps {
  readonly analysis: string;
  readonly request: Request;
  /** Of the data, as it was when the run began; null: of a saved result nobody knows it. */
  readonly data: string | null;
}

/** Under the verdict: which of how many variants of the question it is, and whether it was written down beforehand. */
export function StandingView({ analysis, request, data }: StandingViewProps) {
  const texts = useTexts();
  const ledger = useSession((session) => session.notebook.ledger);
  const [isOpen, open] = useState(false);
  const variant = useMemo(() => variantOf(analysis, request), [analysis, request]);
  const standing = useMemo(
    () => standingOf(ledger, variant, { settings: variant.settings, data }),
    [ledger, variant, data],
  );
  const { place, trials, claims } = standing;
  const trial = place === null ? undefined : trials[place - 1];
  if (!trial || !(trials.length > 1 || claims.length > 0 || groupOf(analysis) === "behaviour")) return null;
  const chance = chanceOf(
    trials.filter((one) => one.data === trial.data && one.said?.level !== "refused").length,
  );
  const fault = ledgerFault(ledger);
  return (
    <div className="standing">
      <p>
        {texts.ledger.place(place!, trials.length)}; {beforehandText(standing, texts)}.{" "}
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {isOpen ? texts.ledger.hide : texts.ledger.show}
        </button>
      </p>
      {fault !== null && <p className="standing-fault">{texts.ledger.fault(fault + 1)}</p>}
      {isOpen && (
        <>
          {chance && <p>{texts.ledger.chance(chance.n, chance.share)}</p>}
          <TrailList question={variant} shown={trial} />
        </>
      )}
    </div>
  );
}

function beforehandText({ beforehand, claims, seen }: Standing, { ledger }: Texts): string {
  switch (beforehand) {
    case "yes":
      return claims.length > 1 ? ledger.oneOf(claims.length) : ledger.yes;
    case "other-settings":
      return ledger.otherSettings;
    case "late":
      return ledger.late(seen);
    case "no":
      return ledger.no;
  }
}
