import { isObject, type NbFile } from "./nbformat";
import { planOfOptions } from "./plan-of-options";

/** Version of what Ebb keeps under `metadata.ebb`, in the notebook and in its cells. */
export const fileVersion = 2;

/** From version `to - 1` to `to`. The name says what changed; a file of the older version stays as a test for ever. */
export interface Migration {
  readonly to: number;
  readonly name: string;
  readonly migrate: (file: NbFile) => NbFile;
}

// Each change of what a file says gets a line here, and another `fileVersion`.
const migrations: readonly Migration[] = [
  { to: 2, name: "a plan for every format in place of options for CSV", migrate: planOfOptions },
];

export function versionOf(file: NbFile): number {
  const { ebb } = file.metadata;
  const version = isObject(ebb) ? ebb.version : undefined;
  return typeof version === "number" && Number.isInteger(version) && version >= 1 ? version : fileVersion;
}

export function migrated(file: NbFile, steps: readonly Migration[] = migrations): NbFile {
  const version = versionOf(file);
  return steps
    .filter(({ to }) => to > version)
    .toSorted((a, b) => a.to - b.to)
    .reduce((older, { migrate }) => migrate(older), file);
}
