import { prose, type Story } from "./cells";

interface Translation {
  readonly id: string;
  readonly title: string;
  /** Every text cell, by its id. */
  readonly prose: Readonly<Record<string, string>>;
}

/** The same questions of the same data, told in another language. A text that is missing is an error. */
export function translated(story: Story, { id, title, prose: texts }: Translation): Story {
  const cells = story.notebook.cells.map((cell) => {
    if (cell.kind !== "markdown") return cell;
    const text = texts[cell.id];
    if (text === undefined) throw new Error(`not translated: ${cell.id} of ${story.notebook.id}`);
    return prose(cell.id, text);
  });
  return { ...story, notebook: { ...story.notebook, id, title, cells } };
}
