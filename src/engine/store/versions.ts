/** Why a notebook was put away as it stood. */
export type VersionReason = "work" | "opened" | "saved" | "restored" | "named";

/** A notebook as it stood at a time, without its text. Times in ms since 1970. */
export interface VersionEntry {
  readonly id: string;
  readonly notebook: string;
  readonly made: number;
  /** Given by a person; a version with a name stays until it is erased. */
  readonly name: string | null;
  readonly reason: VersionReason;
  readonly title: string;
  readonly cells: number;
  /** As it lies on the disk, packed. */
  readonly bytes: number;
  /** By which whoever made it tells whether a notebook stands as in it; absent from older ones. */
  readonly mark?: string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How far apart versions of that age need to be, at least. */
const distances = [
  { upTo: hour, apart: 0 },
  { upTo: day, apart: hour },
  { upTo: 30 * day, apart: day },
  { upTo: Infinity, apart: 7 * day },
] as const;

/** More than that nobody looks through. */
const most = 200;

/**
 * The versions that may go: the older they are, the farther apart the others stand. Of those that stand too close the newest
 * stays, because it holds most. Named ones, and what was written to a file, do not go.
 */
export function superfluous(versions: readonly VersionEntry[], now: number): readonly VersionEntry[] {
  const newestFirst = versions.toSorted((a, b) => b.made - a.made);
  const gone: VersionEntry[] = [];
  let [last, count] = [Infinity, 0];
  for (const version of newestFirst) {
    if (version.name !== null) continue;
    const { apart } = distances.find(({ upTo }) => now - version.made <= upTo) ?? distances.at(-1)!;
    const isClose = last - version.made < apart && version.reason !== "saved";
    if (isClose || ++count > most) gone.push(version);
    else last = version.made;
  }
  return gone;
}
