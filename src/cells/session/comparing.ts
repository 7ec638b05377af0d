import type { Notebook } from "../model";
import type { Notice } from "./session";

/** A notebook file that was read to be looked at beside another: nothing of it runs, and it has no place on the page. */
export interface ComparedFile {
  /** Of the file, with the side's name where it is one of two in a merge conflict. */
  readonly name: string;
  readonly notebook: Notebook;
  /** What was to be said of reading it. */
  readonly notices: readonly Notice[];
}

/** What lies side by side: on the left the open notebook or a file, on the right a file; null where none is chosen yet. */
export interface Comparing {
  readonly left: "open" | ComparedFile;
  readonly right: ComparedFile | null;
}
