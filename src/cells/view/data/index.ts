export { DataPanel } from "./data-panel";
