import { Search } from "lucide-react";
import { memo, useMemo, useState } from "react";
import {
  groupOf,
  groups,
  recommended,
  suggest,
  type DataSet,
  type Group,
  type Suggestion,
} from "../../../analyses";
import type { DataSlot } from "../../model";
import { useSession, useSurroundings } from "../shell/workbench-context";
import { isFound } from "./is-found";
import { Offer } from "./offer";
import "./gallery.css";

/** Below the notebook: which analyses a table can answer now, by the question they answer, and what the others lack. */
export const Gallery = memo(function Gallery() {
  const { texts } = useSurroundings();
  const slots = useSession((session) => session.notebook.data);
  const tables = useSession((session) => session.tables);
  const weekStart = useSession((session) => session.notebook.settings.weekStart);
  const loaded = slots.filter((slot) => tables[slot.table]);
  const [chosen, choose] = useState("");
  const [isHeld, hold] = useState(false);
  const slot = loaded.find(({ table }) => table === chosen) ?? loaded[0];
  if (!slot) return null;
  return (
    <section className="gallery" aria-label={texts.suggest.title}>
      <header className="gallery-head">
        <h2>{texts.suggest.title}</h2>
        {loaded.length > 1 && (
          <select
            className="field"
            aria-label={texts.suggest.ofTable}
            value={slot.table}
            onChange={(event) => choose(event.target.value)}
          >
            {loaded.map(({ table }) => (
              <option key={table} value={table}>
                {texts.suggest.table(table)}
              </option>
            ))}
          </select>
        )}
      </header>
      <label className="gallery-first">
        <input type="checkbox" checked={isHeld} onChange={() => hold(!isHeld)} /> {texts.ledger.first}
      </label>
      <OffersOf
        slot={slot}
        profile={tables[slot.table]?.profile ?? null}
        others={loaded}
        weekStart={weekStart}
        isHeld={isHeld}
      />
    </section>
  );
});

interface OffersOfProps {
  readonly slot: DataSlot;
  readonly profile: DataSet["profile"];
  readonly others: readonly DataSlot[];
  readonly weekStart: DataSet["weekStart"];
  /** What is chosen waits until its expectation was written down. */
  readonly isHeld: boolean;
}

/** Fewer are read at a glance. */
const searchedFrom = 9;

function OffersOf({ slot, profile, others, weekStart, isHeld }: OffersOfProps) {
  const { texts, language } = useSurroundings();
  const [wanted, setWanted] = useState("");
  const data = useMemo((): DataSet => ({ ...slot, profile, weekStart }), [slot, profile, weekStart]);
  const all = useMemo(
    () =>
      suggest(
        data,
        others.map((other) => ({ ...other, weekStart })),
      ),
    [data, others, weekStart],
  );
  const first = wanted.trim() ? [] : recommended(data, all);
  const rest = all.filter(
    (one) =>
      !first.includes(one) && isFound(one, wanted, language, texts.suggest.groups[groupOf(one.analysis.id)]),
  );
  return (
    <>
      {all.length >= searchedFrom && (
        <label className="gallery-search">
          <Search className="icon" aria-hidden="true" />
          <input
            type="search"
            className="field"
            placeholder={texts.suggest.search}
            aria-label={texts.suggest.search}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
      )}
      {first.length > 0 && (
        <OfferList title={texts.suggest.begin} offers={first} table={slot.table} isHeld={isHeld} isFirst />
      )}
      {groups.map((group: Group) => (
        <OfferList
          key={group}
          title={texts.suggest.groups[group]}
          offers={rest.filter(({ analysis }) => groupOf(analysis.id) === group)}
          table={slot.table}
          isHeld={isHeld}
        />
      ))}
      {first.length + rest.length === 0 && (
        <p className="gallery-none" role="status">
          {texts.suggest.nothingFound}
        </p>
      )}
    </>
  );
}

interface OfferListProps {
  readonly title: string;
  readonly offers: readonly Suggestion[];
  readonly table: string;
  readonly isHeld: boolean;
  readonly isFirst?: boolean;
}

function OfferList({ title, offers, table, isHeld, isFirst = false }: OfferListProps) {
  if (offers.length === 0) return null;
  return (
    <div className={isFirst ? "gallery-group is-first" : "gallery-group"}>
      <h3>{title}</h3>
      <ul>
        {offers.map((one) => (
          <li key={one.analysis.id}>
            <Offer suggestion={one} table={table} isHeld={isHeld} />
          </li>
        ))}
      </ul>
    </div>
  );
}
