import { useSyncExternalStore } from "react";

/** What left this page for another origin, and what its rules stopped. Counted by the browser, not by our own code. */
export interface ForeignRequests {
  readonly sent: number;
  readonly blocked: number;
}

const seen: string[] = [];
const refused: string[] = [];
let counts: ForeignRequests = { sent: 0, blocked: 0 };
const listeners = new Set<() => void>();

/** Starts counting; call it first of all. */
export function watchRequests(): void {
  new PerformanceObserver((list) => {
    seen.push(
      ...list
        .getEntries()
        .map((entry) => entry.name)
        .filter(isForeign),
    );
    tell();
  }).observe({ type: "resource", buffered: true });
  document.addEventListener("securitypolicyviolation", (event) => {
    if (isForeign(event.blockedURI)) refused.push(event.blockedURI);
    tell();
  });
}

export function useForeignRequests(): ForeignRequests {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => counts,
  );
}

function isForeign(address: string): boolean {
  if (!/^(https?|wss?):/.test(address)) return false;
  return new URL(address).origin !== location.origin;
}

// Some browsers list a refused request among the resources too, although nothing was sent.
function tell(): void {
  const sent = seen.filter((address) => !refused.includes(address)).length;
  if (sent === counts.sent && refused.length === counts.blocked) return;
  counts = { sent, blocked: refused.length };
  for (const listener of listeners) listener();
}
