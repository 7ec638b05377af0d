export type { Blocked, MarkdownLabels, MarkdownViewProps } from "./markdown";
export { MarkdownView } from "./markdown-view";
