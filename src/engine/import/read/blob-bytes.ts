type Answer = { readonly bytes: ArrayBuffer } | { readonly error: unknown };

let reading = (blob: Blob): Promise<ArrayBuffer> => blob.arrayBuffer();

/**
 * The bytes of a blob. They arrive between the tasks of a thread: while it reckons, what it has asked for ahead comes no nearer,
 * unless another one reads for it.
 */
export function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return reading(blob);
}

/** From now on all blobs of this thread are read by whoever holds the other end; one after another, as they are asked for. */
export function readBy(port: MessagePort): void {
  const waiting: ((answer: Answer) => void)[] = [];
  port.onmessage = ({ data }: MessageEvent<Answer>) => waiting.shift()?.(data);
  reading = (blob) =>
    new Promise((done, refuse) => {
      waiting.push((answer) => ("bytes" in answer ? done(answer.bytes) : refuse(answer.error as Error)));
      port.postMessage(blob);
    });
}

/** Reads for the thread at the other end. */
export function readFor(port: MessagePort): void {
  let last: Promise<void> = Promise.resolve();
  port.onmessage = ({ data }: MessageEvent<Blob>) => {
    const bytes = data.arrayBuffer();
    // What fails is told in its turn.
    bytes.catch(() => undefined);
    last = last.then(async () => {
      const answer: Answer = await bytes.then(
        (bytes) => ({ bytes }),
        (error: unknown) => ({ error }),
      );
      port.postMessage(answer, "bytes" in answer ? [answer.bytes] : []);
    });
  };
}
