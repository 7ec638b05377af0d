import { FilePlus2, FolderOpen, FolderPlus, NotebookPen } from "lucide-react";
import { newCell } from "../../model";
import { examples } from "./examples";
import { useTexts, useWorkbench } from "./workbench-context";
import "./welcome.css";

/** The empty page: invites, promises only what is true, and lets a visitor without a file in. */
export function Welcome() {
  const { chooseFiles, chooseFolder, openExample, send, isFile } = useWorkbench();
  const { welcome, locale } = useTexts();
  return (
    <div className="welcome">
      <h1>{welcome.title}</h1>
      <p className="welcome-lead">{welcome.lead}</p>
      <section className="welcome-drop" aria-labelledby="welcome-drop">
        <h2 className="welcome-drop-title" id="welcome-drop">
          {welcome.drop}
        </h2>
        <p>{welcome.dropText}</p>
        <div className="welcome-actions">
          <button type="button" className="button button-primary" onClick={() => chooseFiles()}>
            <FilePlus2 className="icon" aria-hidden="true" />
            {welcome.choose}
          </button>
          <button type="button" className="button" onClick={chooseFolder}>
            <FolderPlus className="icon" aria-hidden="true" />
            {welcome.folder}
          </button>
          <button type="button" className="button" onClick={() => chooseFiles()}>
            <FolderOpen className="icon" aria-hidden="true" />
            {welcome.open}
          </button>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => send({ type: "cell-inserted", cell: newCell("sql"), at: 0, edit: true })}
          >
            <NotebookPen className="icon" aria-hidden="true" />
            {welcome.blank}
          </button>
        </div>
        <p className="welcome-paste">{welcome.pasteHint}</p>
      </section>
      {!isFile && (
        <section aria-labelledby="welcome-examples">
          <h2 className="welcome-or" id="welcome-examples">
            {welcome.examples}
          </h2>
          <div className="welcome-examples">
            {(["saas", "shop", "logos", "score", "levers"] as const).map((id) => (
              <button
                key={id}
                type="button"
                className="welcome-example"
                onClick={() => openExample(examples[locale][id])}
              >
                <strong>{welcome[id]}</strong>
                <span>{welcome[`${id}Text`]}</span>
              </button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
