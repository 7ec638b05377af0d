import type { Claim } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { useMoment } from "./use-moment";

/** An expectation in a sentence, and when it was written. */
export function ClaimText({ claim }: { claim: Claim }) {
  const { ledger } = useTexts();
  const moment = useMoment();
  return (
    <p className="claim">
      {ledger.claim[claim.direction](claim.behaviour)} {ledger.claimed(claim.metric, claim.threshold)}{" "}
      <small>{ledger.written(moment(claim.at))}</small>
    </p>
  );
}
