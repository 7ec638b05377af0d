import { createContext, useEffect, useRef, useState, type ReactNode } from "react";
import "./popover.css";

interface PopoverProps {
  readonly label: string;
  readonly className: string;
  /** Says what the button is for when it shows nothing but an icon. */
  readonly title?: string;
  readonly button: ReactNode;
  readonly children: ReactNode;
}

/** For what is inside: closes the panel and gives the focus back. */
export const ClosePopover = createContext<() => void>(() => undefined);

/** A button that opens a small panel; Escape and a click elsewhere close it and give the focus back. */
export function Popover({ label, className, title, button, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("mousedown", leave);
    return () => document.removeEventListener("mousedown", leave);
  }, [open]);

  const close = () => {
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };

  return (
    <div
      className="popover-place"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        className={className}
        title={title}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className="popover" role="dialog" aria-label={label} tabIndex={-1}>
          <ClosePopover value={close}>{children}</ClosePopover>
        </div>
      )}
    </div>
  );
}
