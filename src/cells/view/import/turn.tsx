import { ChevronLeft, ChevronRight } from "lucide-react";

interface TurnProps {
  readonly label: string;
  /** The place it leads to, from 0, among `of`. */
  readonly to: number;
  readonly of: number;
  readonly isBack?: boolean;
  readonly onTurn: (to: number) => void;
}

/** One step back or on through what is too much to be shown at once. */
export function Turn({ label, to, of, isBack = false, onTurn }: TurnProps) {
  const Icon = isBack ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      className="button button-quiet button-small button-icon"
      aria-label={label}
      title={label}
      disabled={to < 0 || to >= of}
      onClick={() => onTurn(to)}
    >
      <Icon className="icon" aria-hidden="true" />
    </button>
  );
}
