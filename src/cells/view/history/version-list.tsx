import type { VersionEntry } from "../../../engine";
import { useSurroundings } from "../shell/workbench-context";

interface VersionListProps {
  readonly versions: readonly VersionEntry[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** By day, the latest first; each with its time, its name or why it was kept. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const { texts, region } = useSurroundings();
  const { history, count } = texts;
  const day = new Intl.DateTimeFormat(region, { dateStyle: "full" });
  const time = new Intl.DateTimeFormat(region, { timeStyle: "short" });
  const dates = [...new Set(versions.map(({ made }) => day.format(made)))];
  return (
    <div className="version-list">
      {dates.map((date) => (
        <section key={date}>
          <h4>{date}</h4>
          <ul>
            {versions
              .filter(({ made }) => day.format(made) === date)
              .map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className="version"
                    aria-pressed={one.id === chosen}
                    onClick={() => onChoose(one.id)}
                  >
                    <span className="tabular">{time.format(one.made)}</span>
                    <span className={one.name ? "version-name" : undefined}>
                      {one.name ?? history.why[one.reason]}
                      <small>
                        {history.cells(one.cells)} · {count.size(one.bytes)}
                      </small>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
