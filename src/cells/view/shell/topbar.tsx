import {
  FolderOpen,
  Languages,
  ListTree,
  Moon,
  PanelLeft,
  Plus,
  Redo2,
  Save,
  Search,
  Sun,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import { HistoryButton } from "../history";
import { ShareButton } from "../share";
import { shownKeys } from "../palette/chord";
import { Mark } from "./mark";
import { MoreMenu } from "./more-menu";
import { RunControls } from "./run-controls";
import { NotebookList } from "./notebook-list";
import { PrivacyChip } from "./privacy-chip";
import { SaveMenu } from "./save-menu";
import { SaveState } from "./save-state";
import { useSession, useTexts, useWorkbench } from "./workbench-context";

interface TopbarProps {
  readonly dark: boolean;
  readonly panel: boolean;
  readonly onTheme: () => void;
  readonly onLocale: () => void;
  readonly onPanel: () => void;
  readonly outline: boolean;
  readonly onOutline: () => void;
  readonly onPalette: () => void;
  readonly onHistory: () => void;
}

export function Topbar({ dark, panel, onTheme, onLocale, onPanel, ...right }: TopbarProps) {
  const { send, chooseFiles, newNotebook } = useWorkbench();
  const { top, outline, palette, steps, undoOf, redoOf } = useTexts();
  const title = useSession((session) => session.notebook.title);
  const undo = useSession((session) => session.done.at(-1)?.label);
  const redo = useSession((session) => session.undone.at(-1)?.label);

  return (
    <header className="topbar">
      <span className="topbar-mark">
        <Mark />
        <span>Ebb</span>
      </span>
      <input
        className="topbar-title"
        aria-label={top.title}
        placeholder={top.untitled}
        value={title}
        onChange={(event) => send({ type: "title-changed", title: event.target.value })}
      />
      <SaveState />
      <span className="topbar-gap" />
      <RunControls />
      <span className="topbar-group is-spared-last">
        <IconButton
          label={undo ? undoOf(steps[undo]) : top.undo}
          disabled={!undo}
          onClick={() => send({ type: "undo" })}
          icon={<Undo2 className="icon" />}
        />
        <IconButton
          label={redo ? redoOf(steps[redo]) : top.redo}
          disabled={!redo}
          onClick={() => send({ type: "redo" })}
          icon={<Redo2 className="icon" />}
        />
        <span className="is-spared">
          <HistoryButton />
        </span>
      </span>
      <span className="topbar-group">
        <span className="is-spared">
          <IconButton label={top.fresh} onClick={newNotebook} icon={<Plus className="icon" />} />
        </span>
        <NotebookList />
        <button
          type="button"
          className="button button-quiet"
          title={top.openHint}
          aria-label={top.open}
          onClick={() => chooseFiles()}
        >
          <FolderOpen className="icon" aria-hidden="true" />
          <span className="button-text">{top.open}</span>
        </button>
        <button
          type="button"
          className="button"
          title={top.saveHint}
          aria-label={top.save}
          onClick={() => send({ type: "save-requested", as: false })}
        >
          <Save className="icon" aria-hidden="true" />
          <span className="button-text">{top.save}</span>
        </button>
        <SaveMenu />
        <ShareButton />
      </span>
      <PrivacyChip />
      <span className="topbar-group">
        <IconButton
          label={`${palette.title} (${shownKeys("Mod+K")})`}
          onClick={right.onPalette}
          icon={<Search className="icon" />}
        />
        <MoreMenu {...right} dark={dark} onTheme={onTheme} onLocale={onLocale} onPanel={onPanel} />
      </span>
      <span className="topbar-group is-spared">
        <IconButton
          label={top.data}
          pressed={panel}
          onClick={onPanel}
          icon={<PanelLeft className="icon" />}
        />
        <IconButton
          label={outline.toggle}
          pressed={right.outline}
          onClick={right.onOutline}
          icon={<ListTree className="icon" />}
        />
        <IconButton
          label={dark ? top.light : top.dark}
          onClick={onTheme}
          icon={dark ? <Sun className="icon" /> : <Moon className="icon" />}
        />
        <IconButton label={top.language} onClick={onLocale} icon={<Languages className="icon" />} />
      </span>
    </header>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

export function IconButton({ label, icon, onClick, disabled, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
