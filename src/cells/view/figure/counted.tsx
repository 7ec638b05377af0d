import { createContext, use, type ReactNode } from "react";
import type { Who } from "../../../analyses";

/** Shows the customers behind a number; null where there are no rows to show them from, as with a saved result. */
export type AskWho = (who: Who, from: HTMLElement) => void;

export const WhoContext = createContext<AskWho | null>(null);

interface CountedProps {
  readonly who: Who | undefined;
  readonly children: ReactNode;
}

/** A number; where customers stand behind it, a quiet button that shows them. */
export function Counted({ who, children }: CountedProps) {
  const ask = use(WhoContext);
  if (!who || !ask) return children;
  return (
    <button
      type="button"
      className="counted"
      title={who.label}
      aria-haspopup="true"
      onClick={(event) => ask(who, event.currentTarget)}
    >
      {children}
    </button>
  );
}
