export { CodeError, type CodePlace } from "./code-error";
export { figureWords } from "./figure-words";
export type { LiveOutput } from "../../session";
export { OutputView, type OutputViewProps } from "./output-view";
