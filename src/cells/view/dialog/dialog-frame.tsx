import { X } from "lucide-react";
import { useEffect, type ReactNode, type RefObject } from "react";
import { useTexts } from "../shell/workbench-context";
import "./dialog.css";

interface DialogFrameProps {
  /** Closing goes through the element, so that the focus returns to where it was. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly className: string;
  readonly title: string;
  readonly onClose: () => void;
  /** What is done and said at the foot. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the page: a title, a way out, what it is about, and a foot that stays in sight. */
export function DialogFrame({ dialog, className, title, onClose, foot, children }: DialogFrameProps) {
  const { close } = useTexts().dialog;
  useEffect(() => dialog.current?.showModal(), [dialog]);
  return (
    <dialog ref={dialog} className={`dialog ${className}`} aria-label={title} onClose={onClose}>
      <header className="dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={close}
          title={close}
          onClick={() => dialog.current?.close()}
        >
          <X className="icon" aria-hidden="true" />
        </button>
      </header>
      {children}
      {foot && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  );
}
