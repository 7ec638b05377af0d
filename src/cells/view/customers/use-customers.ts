import { useEffect, useState } from "react";
import type { Who } from "../../../analyses";
import { errorOf, type AnalysisOutput, type CellError } from "../../kinds";
import type { CustomerList } from "../../session";
import { useSession, useWorkbench } from "../shell/workbench-context";

/** What was asked for, and how far it is. */
export interface Asked {
  readonly id: string;
  readonly who: Who;
  /** The number: it has the focus again when the list is closed. */
  readonly from: HTMLElement;
  readonly output: AnalysisOutput;
  readonly answer: { list: CustomerList | null } | { error: CellError } | null;
}

export interface Customers {
  readonly asked: Asked | null;
  /** Null while what is shown has no rows behind it here. */
  readonly ask: ((who: Who, from: HTMLElement) => void) | null;
  readonly close: () => void;
}

/** The list of customers under a cell's report. Of another result it would be another list: it goes with its own. */
export function useCustomers(cell: string, output: AnalysisOutput | null, isLive: boolean): Customers {
  const workbench = useWorkbench();
  const isReady = useSession((session) => session.engine.state === "ready");
  const [asked, setAsked] = useState<Asked | null>(null);
  const canAsk = output !== null && isLive && isReady;
  if (asked && (!canAsk || asked.output !== output)) setAsked(null);

  // What stands in the engine for it goes with the list, however that is closed.
  const isOpen = asked !== null;
  useEffect(() => (isOpen ? () => workbench.closeCustomers(cell) : undefined), [workbench, cell, isOpen]);

  return {
    asked,
    ask: canAsk
      ? (who, from) => {
          const mine: Asked = { id: crypto.randomUUID(), who, from, output, answer: null };
          setAsked(mine);
          const take = (answer: Asked["answer"]) =>
            setAsked((now) => (now === mine ? { ...mine, answer } : now));
          workbench.customers(cell, who.key).then(
            (list) => take({ list }),
            (error: unknown) => take({ error: errorOf(error) }),
          );
        }
      : null,
    close: () => {
      setAsked(null);
      if (asked?.from.isConnected) asked.from.focus();
    },
  };
}
