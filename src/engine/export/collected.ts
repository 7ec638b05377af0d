import type { Bytes } from "./format";

/** What comes out of a stream, taken away in pieces while more is put in at its other end. */
export interface Collected {
  /** Of what comes out so far; throws what the stream threw. */
  take(): readonly Bytes[];
  /** All that still comes, to the end. */
  rest(): Promise<readonly Bytes[]>;
  /** Waits for something at the other end, which would wait for ever if the stream had failed. */
  unlessFailed<T>(work: Promise<T>): Promise<T>;
}

/** Chunks one after another, as a stream's reader and an iterator give them. */
type Next = () => Promise<{ readonly done?: boolean; readonly value?: Uint8Array }>;

/** @param stream may come only after the first things were put in */
export function collected(
  stream: ReadableStream<Uint8Array> | Promise<ReadableStream<Uint8Array>>,
): Collected {
  const reader = Promise.resolve(stream).then((come) => come.getReader());
  return collectedFrom(async () => (await reader).read());
}

export function collectedFrom(next: Next): Collected {
  let waiting: Bytes[] = [];
  let failure: { readonly error: unknown } | null = null;
  const read = async () => {
    for (;;) {
      const { done, value } = await next();
      if (done) return;
      if (value?.length) waiting.push(value.slice());
    }
  };
  const over = read().catch((error: unknown) => {
    failure = { error };
  });
  const taken = () => {
    if (failure) throw failure.error;
    const all = waiting;
    waiting = [];
    return all;
  };
  const failed = over.then(() => {
    if (failure) throw failure.error;
    return new Promise<never>(() => undefined);
  });
  failed.catch(() => undefined);
  return {
    take: taken,
    rest: () => over.then(taken),
    unlessFailed: (work) => Promise.race([work, failed]),
  };
}
