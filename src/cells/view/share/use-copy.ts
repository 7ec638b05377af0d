import { useEffect, useState } from "react";
import type { Notebook } from "../../model";
import {
  resultsOf,
  sharedFile,
  sharedNotebook,
  type LiveWish,
  type Shared,
  type ShareWish,
} from "../../session";
import { figureToSvg } from "../figure";
import { useSurroundings } from "../shell/workbench-context";

export type ShareForm = "ipynb" | "html" | "live";

/** The tables whose rows leave, and the columns of each. */
export type ShareTables = LiveWish["tables"];

/** What is shown before it leaves, and the file itself: the very one that is written; null while it is made. */
export interface Copy {
  readonly shared: Shared;
  readonly file: Blob | null;
}

const width = 760;

/** The copy that the wish asks for; null while it is made. Made anew with every change of the wish. */
export function useCopy(
  wish: ShareWish,
  form: ShareForm,
  tables: ShareTables,
): { readonly copy: Copy | null; readonly failed: string | null } {
  const { workbench, texts, language, region } = useSurroundings();
  const [notebook, setNotebook] = useState<Notebook | null>(null);
  const [made, setMade] = useState<{ readonly of: object; readonly copy: Copy } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);

  useEffect(() => {
    const fail = (error: unknown) => setFailed(error instanceof Error ? error.message : String(error));
    resultsOf(workbench.session(), language, (figure) => figureToSvg(figure, width, "light")).then(
      setNotebook,
      fail,
    );
  }, [workbench, language]);

  useEffect(() => {
    if (!notebook) return;
    let isWanted = true;
    const make = async () => {
      const draw = (figure: Parameters<typeof figureToSvg>[0]) => figureToSvg(figure, width, "light");
      const shared = sharedNotebook(notebook, wish, { language, words: texts.share.words, draw });
      setMade({ of: wish, copy: { shared, file: null } });
      setFailed(null);
      const file = await fileOf(shared);
      if (isWanted) setMade({ of: wish, copy: { shared, file } });
    };
    const fileOf = async (shared: Shared): Promise<Blob> => {
      switch (form) {
        case "ipynb":
          return new Blob([await sharedFile(shared)]);
        case "html":
          return new Blob([await reportOf(shared)]);
        case "live": {
          const { opening, tooOld: failed } = texts.share;
          return workbench.liveFile(shared, { tables, language: texts.locale, words: { opening, failed } });
        }
      }
    };
    const reportOf = async (shared: Shared) => {
      const { reportHtml } = await import("./report/report-html");
      const moment = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "short" });
      const k = wish.results ? wish.k : null;
      return reportHtml(shared, k, Date.now(), {
        texts,
        language,
        day: (ms) => moment.format(ms),
        draw: (figure, theme) => figureToSvg(figure, width, theme),
      });
    };
    make().catch((error: unknown) => {
      if (isWanted) setFailed(error instanceof Error ? error.message : String(error));
    });
    return () => {
      isWanted = false;
      setMade(null);
    };
  }, [notebook, wish, form, tables, workbench, texts, language, region]);

  return { copy: made?.copy ?? null, failed };
}
