/** What the browser gives to this page, in bytes. */
export interface Room {
  readonly used: number;
  readonly quota: number;
  /** Promised to stay; else the browser may clear it all when its disk gets full. */
  readonly isLasting: boolean;
}

/** null where the browser does not say. */
export async function roomHere(storage = storageHere()): Promise<Room | null> {
  if (!storage?.estimate) return null;
  try {
    const { usage, quota } = await storage.estimate();
    if (usage === undefined || !quota) return null;
    return { used: usage, quota, isLasting: (await storage.persisted?.()) ?? false };
  } catch (error) {
    // Pages from the disk, and private windows of some browsers.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

/** Asks for the promise; some browsers ask the person, who may say no. */
export async function askToLast(storage = storageHere()): Promise<boolean> {
  try {
    return (await storage?.persist?.()) ?? false;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

function storageHere(): Partial<StorageManager> | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.storage;
}
