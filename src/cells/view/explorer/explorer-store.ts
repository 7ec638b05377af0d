import {
  filterSql,
  type Column,
  type ColumnFilter,
  type ColumnProfile,
  type PartCounts,
  type Piece,
} from "../../../engine";
import type { Exploring, Shown } from "../../session";

export interface ExplorerState {
  /** In the order in which the columns were filtered. */
  readonly filters: readonly ColumnFilter[];
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  /** Among the rows that pass the filters of all other columns; absent while no other column is filtered. */
  readonly under: ReadonlyMap<string, Under>;
  /** Rows that pass all filters; null without filters, and until they are counted. */
  readonly matching: number | null;
  readonly work: "rest" | "counting" | "stopped" | { readonly failed: string };
}

export interface Under {
  /** The filters of which the counts are. */
  readonly key: string;
  readonly counts: PartCounts;
}

export type ExplorerStore = ReturnType<typeof createExplorer>;

interface Explored {
  readonly shown: Shown;
  readonly columns: readonly Column[];
  readonly ask: Exploring;
  readonly known?: readonly ColumnProfile[];
  /** False where profiles are told by `know`. */
  readonly asksProfiles?: boolean;
}

/** Few enough that the first answers come soon, enough that a wide table is not asked a hundred times. */
const profiledAtOnce = 8;

/**
 * The life of one explorer: what is filtered, and the counts that belong to it. Only columns in sight are asked about, one
 * question after another; a change of the filters stops the question under way, and its late answer is dropped.
 */
export function createExplorer({ shown, columns, ask, known = [], asksProfiles = true }: Explored) {
  const listeners = new Set<() => void>();
  let state: ExplorerState = {
    filters: [],
    profiles: new Map(known.map((profile) => [profile.name, profile])),
    under: new Map(),
    matching: null,
    work: "rest",
  };
  let seen: readonly string[] = [];
  let stopper: AbortController | null = null;

  function set(change: Partial<ExplorerState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  const others = (column: string) => state.filters.filter((filter) => filter.column.name !== column);

  /** The next question, most wanted first; null when everything in sight is known. */
  function next(): ((signal: AbortSignal) => Promise<Partial<ExplorerState>>) | null {
    const { filters, profiles, under, matching } = state;
    if (filters.length && matching === null)
      return async (signal) => ({ matching: await ask.matching(shown, filters, signal) });
    const unknown = seen.filter((name) => !profiles.has(name)).slice(0, profiledAtOnce);
    if (asksProfiles && unknown.length)
      return async (signal) => {
        const asked = columns.filter(({ name }) => unknown.includes(name));
        const found = await ask.profiles(shown, asked, signal);
        return { profiles: new Map([...profiles, ...found.map((one) => [one.name, one] as const)]) };
      };
    const old = seen.find((name) => others(name).length && under.get(name)?.key !== keyOf(others(name)));
    const profile = old === undefined ? undefined : profiles.get(old);
    if (!profile) return null;
    const [rest, key] = [others(profile.name), keyOf(others(profile.name))];
    return async (signal) => {
      const counts = await ask.under(shown, profile, rest, signal);
      return { under: new Map([...under, [profile.name, { key, counts }]]) };
    };
  }

  async function work(): Promise<void> {
    if (stopper || state.work === "stopped") return;
    const mine = (stopper = new AbortController());
    try {
      for (let question = next(); question; question = next()) {
        if (state.work !== "counting") set({ work: "counting" });
        const answer = await question(mine.signal);
        if (mine.signal.aborted) return;
        set(answer);
      }
      if (state.work !== "rest") set({ work: "rest" });
    } catch (error) {
      if (!mine.signal.aborted)
        set({ work: { failed: error instanceof Error ? error.message : String(error) } });
    } finally {
      if (stopper === mine) stopper = null;
    }
  }

  function halt(): void {
    stopper?.abort();
    stopper = null;
  }

  function filter(filters: readonly ColumnFilter[]): void {
    if (keyOf(filters) === keyOf(state.filters)) return;
    halt();
    set({ filters, matching: null, work: "rest" });
    void work();
  }

  return {
    shown,
    columns,
    ask,
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (!listeners.size) halt();
      };
    },
    /** These columns are on the page now. */
    see(names: readonly string[]): void {
      seen = names;
      if (typeof state.work === "string") void work();
    },
    /** The profile of a table that was counted elsewhere. */
    know(profiles: readonly ColumnProfile[]): void {
      set({ profiles: new Map(profiles.map((profile) => [profile.name, profile])) });
      void work();
    },
    keep(column: Column, pieces: readonly Piece[]): void {
      const before = state.filters.some((each) => each.column.name === column.name);
      const changed = before
        ? state.filters.map((each) => (each.column.name === column.name ? { column, pieces } : each))
        : [...state.filters, { column, pieces }];
      filter(changed.filter((each) => each.pieces.length));
    },
    clear: () => filter([]),
    stop(): void {
      halt();
      set({ work: "stopped" });
    },
    again(): void {
      set({ work: "rest" });
      void work();
    },
  };
}

export function piecesOf(state: ExplorerState, column: string): readonly Piece[] {
  return state.filters.find((filter) => filter.column.name === column)?.pieces ?? none;
}

const none: readonly Piece[] = [];

/** Counts among what the other columns let through; undefined while they are not known. `isOld`: of filters before these. */
export function countsOf(
  state: ExplorerState,
  column: string,
): { readonly counts: PartCounts | null; readonly isOld: boolean } {
  const others = state.filters.filter((filter) => filter.column.name !== column);
  if (!others.length) return { counts: null, isOld: false };
  const under = state.under.get(column);
  return { counts: under?.counts ?? null, isOld: under?.key !== keyOf(others) };
}

export function keyOf(filters: readonly ColumnFilter[]): string {
  return filterSql(filters)?.text ?? "";
}
