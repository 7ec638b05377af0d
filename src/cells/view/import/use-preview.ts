import { useCallback, useEffect, useRef, useState } from "react";
import type { ImportPlan, ImportPreview, Known } from "../../../engine";
import type { ImportTarget } from "../../session";
import { useWorkbench } from "../shell/workbench-context";
import { knownOf, taken, type Wish } from "./edit-plan";

export interface Sheet {
  /** What is wished for now; null until the file has been looked at for the first time. */
  readonly wish: Wish | null;
  readonly seen: ImportPreview | null;
  readonly isLooking: boolean;
  readonly error: Error | null;
  /** `isNewForm`: the file itself is written in another way, so that its columns are guessed anew. */
  readonly change: (wish: Wish, isNewForm?: boolean) => void;
  /** Of a table of several files: the one that is asked for; undefined when the one that is seen is it. */
  readonly shown: string | undefined;
  readonly show: (file: string) => void;
}

/** The file behind the sheet, looked at anew after every change; answers that come too late are dropped. */
export function usePreview(target: ImportTarget, first: ImportPlan | null): Sheet {
  const { imports } = useWorkbench();
  const [wish, setWish] = useState<Wish | null>(null);
  const [seen, setSeen] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isLooking, setLooking] = useState(true);
  const [asked, setAsked] = useState<string>();
  // Asked for and not answered yet: what is changed meanwhile must not undo it.
  const isNewForm = useRef(false);
  const number = useRef(0);
  // Later looks stay with the file that was chosen last; where it cannot be shown, with the one that still is.
  const file = useRef<{ readonly next?: string; readonly seen?: string }>({});

  const look = useCallback(
    (known: Known, next: Wish | null) => {
      const own = ++number.current;
      const { next: wanted } = file.current;
      imports.preview(target, { ...known, ...(wanted !== undefined && { shown: wanted }) }).then(
        (answer) => {
          if (!answer || own !== number.current) return;
          isNewForm.current = false;
          const { joined } = answer;
          file.current = joined ? { next: joined.shown, seen: joined.shown } : {};
          setAsked(undefined);
          setSeen(answer);
          setError(null);
          setWish(next ? taken(next, answer.plan) : firstWish(answer.plan, known.isExact === true));
          setLooking(false);
        },
        (cause: unknown) => {
          if (own !== number.current) return;
          const { seen: still } = file.current;
          file.current = still === undefined ? {} : { next: still, seen: still };
          setAsked(undefined);
          setError(cause instanceof Error ? cause : new Error(String(cause)));
          setLooking(false);
        },
      );
    },
    [imports, target],
  );

  useEffect(() => {
    look(first ? { plan: first, isExact: true } : {}, null);
    return () => imports.endPreviews();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- looked at once when it opens, from then on by what is changed
  }, [look, imports]);

  const change = (next: Wish, isForm = false) => {
    isNewForm.current ||= isForm;
    setWish(next);
    setLooking(true);
    look(knownOf(next, isNewForm.current), next);
  };
  const show = (name: string) => {
    if (!wish) return;
    file.current = { ...file.current, next: name };
    setAsked(name);
    setLooking(true);
    look(knownOf(wish, isNewForm.current), wish);
  };
  return { wish, seen, isLooking, error, change, shown: asked, show };
}

/** What a notebook remembers of the encoding holds while the rest of the form is tried out. */
function firstWish(plan: ImportPlan, isRemembered: boolean): Wish {
  const { source } = plan;
  const form = isRemembered && source.format === "text" ? { encoding: source.encoding } : {};
  return { plan, form, byHand: new Set(plan.columns.flatMap(byHandAlready)) };
}

function byHandAlready({ isChosen, isKept }: ImportPlan["columns"][number], at: number): number[] {
  return isChosen || !isKept ? [at] : [];
}
