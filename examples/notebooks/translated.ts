import { prose, type Story } from "./cells";

interface Translation {
  readonly id: string;
  readonly title: string;
  /** Every text cell, by its id. */
  readonly prose: Readonly<Record<string, string>>;
  /** The label of every input, by its cell's id. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Words that stand in queries and code (comments, titles, labels), by the id of their cell: each as it is, and as it becomes. */
  readonly words?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
}

/** The same questions of the same data, told in another language. A text that is missing is an error. */
export function translated(story: Story, { id, title, prose: texts, labels = {}, words = {} }: Translation) {
  const missing = (what: string) => new Error(`not translated: ${what} of ${story.notebook.id}`);
  const cells = story.notebook.cells.map((cell) => {
    switch (cell.kind) {
      case "markdown": {
        const text = texts[cell.id];
        if (text === undefined) throw missing(cell.id);
        return prose(cell.id, text);
      }
      case "input": {
        const label = labels[cell.id];
        if (label === undefined) throw missing(`label of ${cell.id}`);
        return { ...cell, label };
      }
      case "sql":
      case "typescript": {
        const source = (words[cell.id] ?? []).reduce((text, [from, to]) => {
          if (!text.includes(from)) throw missing(`“${from}”, which is not in ${cell.id}`);
          return text.replaceAll(from, to);
        }, cell.source);
        return { ...cell, source };
      }
      case "analysis":
      case "foreign":
        return cell;
    }
  });
  return { ...story, notebook: { ...story.notebook, id, title, cells } } satisfies Story;
}
