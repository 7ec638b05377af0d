export { plainOutputs } from "./plain-outputs";
export { textTells, type ShareWords } from "./share-words";
export { suppressedReport, type SuppressedReport, type Withheld } from "./suppressed-report";
export { jsonTells, listsCustomers, suppressedRows, type SavedTable } from "./suppressed-rows";
