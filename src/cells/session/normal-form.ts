import { writeNotebook, type Notebook } from "../model";

/** What a person has written, as text: two notebooks are the same when this is. Results are left out. */
export function normalForm(notebook: Notebook): string {
  return writeNotebook(notebook, { results: false });
}
