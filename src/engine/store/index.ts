export { memoryStore, openStore } from "./open-store";
export type { KeptEntry, KeptFile, KeptNotebook, NotebookEntry, Store, WrittenFile } from "./store";
