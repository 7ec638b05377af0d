import { monaco } from "../monaco";
import { completion } from "./completion";
import { hover, signatureHelp } from "./hints";
import { rename } from "./rename";

export { followDefinitions } from "./definition";

/** Nothing is asked, and no worker starts, before somebody edits a TypeScript cell. */
export function registerTypescript(): void {
  monaco.languages.registerCompletionItemProvider("typescript", completion);
  monaco.languages.registerHoverProvider("typescript", hover);
  monaco.languages.registerSignatureHelpProvider("typescript", signatureHelp);
  monaco.languages.registerRenameProvider("typescript", rename);
}
