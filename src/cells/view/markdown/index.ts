export { MarkdownView, type MarkdownLabels, type MarkdownViewProps } from "./markdown-view";
