import type { Session, Workbench } from "../../session";
import { errorText } from "../cell/error-text";
import type { Texts } from "../texts";
import { useSession, useTexts, useWorkbench } from "./workbench-context";

/** Where the notebook stands: in a file, or only kept here. The few words have the long ones as title. */
export function SaveState() {
  const texts = useTexts();
  const file = useSession((session) => session.file);
  const engine = useSession((session) => session.engine);
  const readOnly = useSession((session) => session.readOnly);
  const blank = useSession(
    (session) => session.notebook.cells.length === 0 && session.notebook.data.length === 0,
  );
  const { isFile } = useWorkbench();
  const { says, title = says } = stateOf({ file, engine, readOnly, isFile }, blank, texts);
  return (
    <span
      className={engine.state === "failed" ? "topbar-state is-harm" : "topbar-state"}
      role="status"
      title={title}
    >
      {says}
    </span>
  );
}

function stateOf(
  {
    file,
    engine,
    readOnly,
    isFile,
  }: Pick<Session, "file" | "engine" | "readOnly"> & Pick<Workbench, "isFile">,
  blank: boolean,
  texts: Texts,
): { says: string; title?: string } {
  const { state } = texts;
  if (engine.state === "failed") {
    const { says, hint } = errorText({ code: "no-engine", message: engine.message }, texts);
    return { says, title: hint };
  }
  if (engine.state === "starting") return { says: state.starting };
  if (engine.state === "restarting") return { says: state.restarting };
  if (readOnly) return { says: state.readOnly };
  if (file.autosave === "failed") return { says: state.keepFailed, title: state.keepFailedHint };
  if (blank) return { says: "" };
  if (isFile && (!file.name || file.unsaved)) return { says: state.onlyHere, title: state.onlyHereHint };
  if (!file.name) return { says: state.unsaved, title: state.unsavedHint };
  return file.unsaved
    ? { says: state.unsavedIn, title: state.unsavedInHint(file.name) }
    : { says: state.saved(file.name) };
}
