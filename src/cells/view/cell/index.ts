export { fetchLater, OutlinePanel } from "./later";
export { NotebookView } from "./notebook-view";
