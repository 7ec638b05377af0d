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
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" className="link" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <span className="confirm" role="alertdialog" aria-label={question}>
      {question}{" "}
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes ?? confirm.yes}
      </button>{" "}
      <button
        type="button"
        className="button button-quiet button-small"
        autoFocus
        onClick={() => setAsking(false)}
      >
        {confirm.no}
      </button>
    </span>
  );
}
