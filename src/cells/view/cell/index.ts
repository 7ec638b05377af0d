export { NotebookView } from "./notebook-view";
