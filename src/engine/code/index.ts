export { compileCell } from "./compile-cell";
export type { CodeFault, CompiledCell, Template, TemplateHole } from "./compiled-cell";
export { scopeNames } from "./compiled-cell";
export { isKnownName, isReservedName } from "./known-names";
export { holePlaces, readTemplate, type HolePlace } from "./read-template";
export { renamedRead } from "./rename-read";
export { remembered } from "./remembered";
export { isFault } from "./trouble";
export { compilerWarmUp } from "./warm-up";
