import { monaco } from "../monaco";
import { completion } from "./completion";
import { completionInHoles } from "./completion-in-holes";
import { hover, signatureHelp } from "./hints";
import { rename } from "./rename";

export { followDefinitions } from "./definition";

/** Nothing is asked, and no worker starts, before somebody edits TypeScript: a cell of it, or in `${…}`. */
export function registerTypescript(): void {
  monaco.languages.registerCompletionItemProvider("typescript", completion);
  monaco.languages.registerCompletionItemProvider(["sql", "markdown"], completionInHoles);
  for (const language of ["typescript", "sql", "markdown"]) {
    monaco.languages.registerHoverProvider(language, hover);
    monaco.languages.registerSignatureHelpProvider(language, signatureHelp);
    monaco.languages.registerRenameProvider(language, rename);
  }
}
