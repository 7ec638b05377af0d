/** Where kept things lie: named sets of records. All that a store needs of IndexedDB. */
export interface Records {
  read(set: RecordSet, key: string): Promise<unknown>;
  all(set: RecordSet): Promise<readonly unknown[]>;
  /** All of the changes, or none. */
  change(changes: readonly Change[]): Promise<void>;
  close(): void;
}

/**
 * Texts lie apart from what is said about notebooks: a list must not load every text. `opened` lies apart too:
 * a save has nothing to read first, so it is on its way before a page that is being closed is gone.
 */
export const recordSets = [
  "notebooks",
  "texts",
  "opened",
  "files",
  "handles",
  "written",
  "versions",
  "versionTexts",
  "deletedCells",
  "before",
  "dataHandles",
  "pieces",
] as const;

export type RecordSet = (typeof recordSets)[number];

export type Change =
  | { readonly put: RecordSet; readonly key: string; readonly value: unknown }
  | { readonly remove: RecordSet; readonly key: string }
  | { readonly clear: RecordSet };
