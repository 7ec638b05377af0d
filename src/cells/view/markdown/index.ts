export type { MarkdownLabels, MarkdownViewProps } from "./markdown";
export { MarkdownView } from "./markdown-view";
