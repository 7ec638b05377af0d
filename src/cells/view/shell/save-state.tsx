import { useSession, useTexts } from "./workbench-context";

/** Where the notebook stands: in a file, or only kept here. */
export function SaveState() {
  const { state } = useTexts();
  const file = useSession((session) => session.file);
  const engine = useSession((session) => session.engine.state);
  const readOnly = useSession((session) => session.readOnly);
  const blank = useSession(
    (session) => session.notebook.cells.length === 0 && session.notebook.data.length === 0,
  );
  const said = () => {
    if (engine === "starting") return state.starting;
    if (engine === "restarting") return state.restarting;
    if (readOnly) return state.readOnly;
    if (file.autosave === "failed") return state.keepFailed;
    if (blank) return "";
    if (file.name) return file.unsaved ? state.unsavedIn(file.name) : state.saved(file.name);
    return state.unsaved;
  };
  return (
    <span className="topbar-state" role="status" title={said()}>
      {said()}
    </span>
  );
}
