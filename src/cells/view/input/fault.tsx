import type { ReactNode } from "react";

/** What is wrong with what stands in a control, below it and tied to it by `id`. */
export function Fault({ id, children, calm = false }: { id?: string; children: ReactNode; calm?: boolean }) {
  return (
    <p id={id} className={calm ? "input-note" : "input-note is-fault"} role="status">
      {children}
    </p>
  );
}
