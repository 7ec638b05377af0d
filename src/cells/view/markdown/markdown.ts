/** What is taken out of a stranger's text and said in its place. */
export type Blocked = "script" | "frame" | "media" | "form" | "drawing";

export interface MarkdownLabels {
  /** "An embedded page was not loaded: …" */
  readonly blocked: (what: Blocked, address: string) => string;
  /** Stands in place of an image that is not loaded: "Image not shown: photo.png. Only attached images are shown." */
  readonly imageDropped: (address: string) => string;
  /** Said of the check boxes of a task list. */
  readonly done: string;
  readonly open: string;
}

export interface MarkdownViewProps {
  readonly source: string;
  /** It is HTML and no Markdown. */
  readonly isHtml?: boolean;
  /** nbformat: file name -> MIME type -> base64. */
  readonly attachments?: Readonly<Record<string, unknown>>;
  /** Heading level that `#` gets. Default 2: the page has the only h1. */
  readonly topLevel?: 2 | 3;
  readonly labels: MarkdownLabels;
}
