import { useTexts } from "../shell/workbench-context";

/** What the two sides are called. */
export interface Names {
  readonly left: string;
  readonly right: string;
}

interface PairsProps {
  readonly names: Names;
  readonly of: readonly { readonly of: string; readonly before: string; readonly after: string }[];
  /** What takes one of them over, in their order; null where that is not to be had. */
  readonly takes?: readonly (((at: Element) => void) | null)[];
}

/** What is one thing on the left and another on the right. */
export function Pairs({ names, of, takes }: PairsProps) {
  const { comparing } = useTexts();
  if (!of.length) return null;
  return (
    <table className="compare-pairs">
      <thead className="visually-hidden">
        <tr>
          <td />
          <th scope="col">{names.left}</th>
          <th scope="col">{names.right}</th>
          {takes && <td />}
        </tr>
      </thead>
      <tbody>
        {of.map((pair, i) => {
          const take = takes?.[i];
          return (
            <tr key={i}>
              <th scope="row">{pair.of}</th>
              <td>{pair.before}</td>
              <td>{pair.after}</td>
              {takes && (
                <td>
                  {take && (
                    <button
                      type="button"
                      className="button button-small button-quiet"
                      data-take=""
                      aria-label={comparing.takeNamed(pair.of)}
                      onClick={(event) => take(event.currentTarget)}
                    >
                      {comparing.take}
                    </button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
