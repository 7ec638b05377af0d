import { useState } from "react";
import { useTexts } from "./workbench-context";

interface ConfirmProps {
  readonly label: string;
  readonly question: string;
  readonly yes?: string;
  readonly onYes: () => void;
}

/** Asks in place before something cannot be brought back. */
export function Confirm({ label, question, yes, onYes }: ConfirmProps) {
  const { confirm } = useTexts();
  const [state, setState] = useState<"idle" | "asking" | "kept">("idle");
  if (state !== "asking") {
    return (
      <button
        type="button"
        className="link"
        // Whoever answered "no" is where they were before the question.
        autoFocus={state === "kept"}
        onClick={() => setState("asking")}
      >
        {label}
      </button>
    );
  }
  return (
    <span
      className="confirm"
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Answers the question and nothing else: the panel around it stays open.
        event.stopPropagation();
        setState("kept");
      }}
    >
      {question}{" "}
      <button
        type="button"
        className="button button-small"
        onClick={(event) => {
          // What was asked about goes away, and the focus must not go with it.
          event.currentTarget.closest<HTMLElement>("[role='dialog']")?.focus();
          setState("idle");
          onYes();
        }}
      >
        {yes ?? confirm.yes}
      </button>{" "}
      <button
        type="button"
        className="button button-quiet button-small"
        autoFocus
        onClick={() => setState("kept")}
      >
        {confirm.no}
      </button>
    </span>
  );
}
