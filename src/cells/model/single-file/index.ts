export { frameWithin } from "./frame-within";
export { isSingleFile, partsIn, programIn, readSingleFile } from "./read-single-file";
export type { PackedFile, PackedProgram, PackedTable, SingleFile } from "./single-file";
export { writeSingleFile } from "./write-single-file";
