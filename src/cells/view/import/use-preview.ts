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
}

/** The file behind the sheet, looked at anew after every change; answers that come too late are dropped. */
export function usePreview(target: ImportTarget, first: ImportPlan | null): Sheet {
  const { imports } = useWorkbench();
  const [wish, setWish] = useState<Wish | null>(null);
  const [seen, setSeen] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [isLooking, setLooking] = useState(true);
  // Asked for and not answered yet: what is changed meanwhile must not undo it.
  const isNewForm = useRef(false);
  const number = useRef(0);

  const look = useCallback(
    (known: Known, next: Wish | null) => {
      const own = ++number.current;
      imports.preview(target, known).then(
        (answer) => {
          if (!answer || own !== number.current) return;
          isNewForm.current = false;
          setSeen(answer);
          setError(null);
          setWish(next ? taken(next, answer.plan) : firstWish(answer.plan, known.isExact === true));
          setLooking(false);
        },
        (cause: unknown) => {
          if (own !== number.current) return;
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
  return { wish, seen, isLooking, error, change };
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
