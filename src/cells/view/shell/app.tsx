import { lazy, Suspense, useEffect, useMemo } from "react";
import "./shell.css";
import type { PageDoing, Workbench } from "../../session";
import { DataPanel } from "../data";
import { fetchLater, NotebookView, OutlinePanel } from "../cell";
import { Overlays } from "../palette/overlays";
import { usePage } from "../palette/use-page";
import { useDrop } from "./drop";
import { Notices } from "./notices";
import { useNotebookKeys } from "./notebook-keys";
import { usePaste } from "./paste";
import { usePreferences } from "./preferences";
import { Topbar } from "./topbar";
import { warmCompiler } from "./warm-compiler";
import { Welcome } from "./welcome";
import { Surrounding, surroundings, useSession, useTexts } from "./workbench-context";

const CompareDialog = lazy(async () => ({
  default: (await import("../compare/compare-dialog")).CompareDialog,
}));
const ImportSheet = lazy(async () => ({ default: (await import("../import")).ImportSheet }));

export function App({ workbench }: { workbench: Workbench }) {
  const [preferences, change] = usePreferences();
  const around = useMemo(() => surroundings(workbench, preferences.locale), [workbench, preferences.locale]);
  const changes = {
    theme: () => void change({ theme: preferences.theme === "dark" ? "light" : "dark" }),
    language: () => void change({ locale: preferences.locale === "ru" ? "en" : "ru" }).catch(staysAsItIs),
    data: () => void change({ panel: !preferences.panel }),
    outline: () => void change({ outline: !preferences.outline }),
  };
  const { page, open, close } = usePage(workbench, (what) => changes[what]());
  return (
    <Surrounding value={around}>
      <Page
        doing={page}
        over={<Overlays open={open} page={page} onClose={close} />}
        panel={preferences.panel}
        outline={preferences.outline}
        top={
          <Topbar
            dark={preferences.theme === "dark"}
            panel={preferences.panel}
            onTheme={changes.theme}
            onLocale={changes.language}
            onPanel={changes.data}
            outline={preferences.outline}
            onOutline={changes.outline}
            onPalette={() => page.open("palette")}
            onHistory={() => page.open("history")}
          />
        }
      />
    </Surrounding>
  );
}

/** A language that cannot be fetched now leaves the page in the one that is there. */
function staysAsItIs(): void {}

interface PageProps {
  readonly doing: PageDoing;
  /** What lies over the page. */
  readonly over: React.ReactNode;
  readonly top: React.ReactNode;
  readonly panel: boolean;
  readonly outline: boolean;
}

function Page({ doing, over, top, panel, outline }: PageProps) {
  const { drop } = useTexts();
  const dropping = useDrop();
  usePaste();
  useNotebookKeys(doing);
  useEffect(fetchLater, []);
  useEffect(warmCompiler, []);
  const importing = useSession((session) => session.importing);
  const comparing = useSession((session) => session.comparing);
  const blank = useSession(
    (session) => session.notebook.cells.length + session.notebook.data.length + session.loads.length === 0,
  );
  return (
    <div className="shell">
      {top}
      {panel && !blank && <DataPanel />}
      {outline && !blank && (
        <Suspense>
          <OutlinePanel />
        </Suspense>
      )}
      <main className="page" id="page">
        {blank ? <Welcome /> : <NotebookView />}
      </main>
      <Notices />
      {over}
      {comparing && (
        <Suspense>
          <CompareDialog comparing={comparing} />
        </Suspense>
      )}
      {importing && (
        <Suspense>
          <ImportSheet key={`${importing.table} ${importing.load}`} target={importing} />
        </Suspense>
      )}
      {dropping && (
        <div className="drop-cover">
          <p>{drop.cover}</p>
        </div>
      )}
    </div>
  );
}
