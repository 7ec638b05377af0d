import { isEqual, type Pair, type Verified } from "../../model";
import { useTexts } from "../shell/workbench-context";

interface VerifiedViewProps {
  readonly verified: Verified;
  /** That it is equal is already said beside it. */
  readonly isBrief?: boolean;
}

/** Equal, or where it differs and what else is another. */
export function VerifiedView({ verified, isBrief = false }: VerifiedViewProps) {
  const { receipt } = useTexts();
  const { close, count, places, otherData, otherEngine, otherCode, otherParameters } = verified;
  const verdict = !isEqual(verified)
    ? receipt.differs(count)
    : close > 0
      ? receipt.close(close)
      : receipt.equal;
  return (
    <>
      {!(isBrief && verdict === receipt.equal) && (
        <p className={isEqual(verified) ? "verified is-equal" : "verified is-different"}>{verdict}</p>
      )}
      {!isEqual(verified) && verified.varies && <p>{receipt.varies}</p>}
      {verified.isPart && <p>{receipt.part}</p>}
      {otherData.length > 0 && <Pairs title={receipt.otherData} of={otherData} />}
      {otherEngine && <Pairs title={receipt.otherEngine} of={[otherEngine]} />}
      {otherParameters && <p>{receipt.otherParameters}</p>}
      {otherCode && <p>{receipt.otherCode}</p>}
      {places.length > 0 && (
        <Pairs title={count > places.length ? receipt.first(places.length) : ""} of={places} />
      )}
    </>
  );
}

function Pairs({ title, of }: { title: string; of: readonly Pair[] }) {
  const { receipt } = useTexts();
  return (
    <>
      {title && <p>{title}</p>}
      <table className="verified-pairs">
        <thead>
          <tr>
            <th scope="col">{receipt.place}</th>
            <th scope="col">{receipt.then}</th>
            <th scope="col">{receipt.now}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((pair) => (
            <tr key={pair.of}>
              <th scope="row">{pair.of}</th>
              <td>{pair.before}</td>
              <td>{pair.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
