/** A notebook file of Observable Notebook Kit: shape only. */
export interface KitNotebook {
  /** "" for none. */
  readonly title: string;
  /** "" for the reader's own. */
  readonly theme: string;
  readonly readOnly: boolean;
  readonly cells: readonly KitCell[];
}

export interface KitCell {
  /** Positive, whole, unique. */
  readonly id: number;
  /** MIME type of its language; "module" for JavaScript. */
  readonly type: string;
  readonly text: string;
  /** The source stays in sight. */
  readonly pinned: boolean;
  /** Its value is not shown by itself. */
  readonly hidden: boolean;
  /** Name of the value; "" for none. JavaScript names what it defines in its text. */
  readonly output: string;
  /** `database` of SQL, `format` of loaders, `since`: as found. */
  readonly others: Readonly<Record<string, string>>;
}

export const keptAttributes = ["database", "format", "since"] as const;

export const kitTypes = {
  markdown: "text/markdown",
  sql: "application/sql",
  typescript: "text/x-typescript",
} as const;

/** What is JavaScript there; an element without a type is too. */
export const javascriptTypes = ["", "module", "text/javascript", "application/javascript"];

/** Languages that Notebook Kit has and Ebb has not. A browser runs none of these types, nor any in `kitTypes`. */
export const foreignTypes = [
  "text/html",
  "application/x-tex",
  "text/vnd.graphviz",
  "application/vnd.observable.javascript",
  "application/vnd.node.javascript",
  "text/x-python",
  "text/x-r",
];
