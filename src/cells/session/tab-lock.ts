type Release = () => void;

export type TabLock = ReturnType<typeof tabLock>;

/**
 * The notebooks that this tab has: two tabs must not write over each other.
 * Where the browser knows no locks every notebook is free.
 */
export function tabLock() {
  const asked = new Map<string, Promise<Release | null>>();

  function release(id: string): void {
    void asked.get(id)?.then((free) => free?.());
    asked.delete(id);
  }

  return {
    /** False while another tab has it; what this tab has already it keeps. */
    async claim(id: string, patienceMs = 0): Promise<boolean> {
      const answer = asked.get(id) ?? ask(id, patienceMs);
      asked.set(id, answer);
      const isOurs = (await answer) !== null;
      if (!isOurs && asked.get(id) === answer) asked.delete(id);
      return isOurs;
    },
    release,
    releaseOthers(id: string): void {
      for (const other of asked.keys()) if (other !== id) release(other);
    },
  };
}

function ask(id: string, patienceMs: number): Promise<Release | null> {
  // Missing in older browsers, and on pages that are not served securely.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve(() => {});
  const options = patienceMs > 0 ? { signal: AbortSignal.timeout(patienceMs) } : { ifAvailable: true };
  return new Promise((resolve) => {
    locks
      .request(`ebb notebook ${id}`, options, (lock) => {
        if (lock) return new Promise<void>(resolve);
        resolve(null);
      })
      .catch((error: unknown) => resolve(isImpatience(error) ? null : () => {}));
  });
}

function isImpatience(error: unknown): boolean {
  return error instanceof DOMException && ["TimeoutError", "AbortError"].includes(error.name);
}
