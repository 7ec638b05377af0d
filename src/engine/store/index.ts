export { memoryStore, openStore } from "./open-store";
export type {
  DeletedCell,
  KeptEntry,
  KeptFile,
  KeptNotebook,
  NotebookEntry,
  Store,
  WrittenFile,
} from "./store";
export { textOfPart, type TextPart } from "./long-text";
export { askToLast, roomHere, type Room } from "./room";
export { superfluous, type VersionEntry, type VersionReason } from "./versions";
