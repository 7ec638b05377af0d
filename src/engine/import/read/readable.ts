import { EngineError } from "../../engine-error";

/** The file may have been moved or changed since it was chosen, or its packing may be broken. */
export async function readable<T>(name: string, work: () => Promise<T>): Promise<T> {
  return work().catch((cause: unknown) => {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError("unreadable-file", `unreadable file: ${name}`, { cause });
  });
}
