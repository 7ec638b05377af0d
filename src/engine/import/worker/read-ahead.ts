type Outcome<T> = { readonly result: IteratorResult<T, void> } | { readonly error: unknown };

/**
 * Takes parts before they are asked for, while others are busy with those before. Between two of them whoever waits gets what is
 * ready: a queue of promises would begin with the next part first, and hold back the one that is done.
 */
export function readAhead<T>(
  parts: AsyncGenerator<T, void>,
  most: number,
): () => Promise<IteratorResult<T, void>> {
  const ready: Outcome<T>[] = [];
  const waiting: ((outcome: Outcome<T>) => void)[] = [];
  let [isReading, isOver] = [false, false];

  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (!isOver && (ready.length < most || waiting.length)) {
      await otherTasks();
      const outcome: Outcome<T> = await parts.next().then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      );
      isOver = !("result" in outcome) || outcome.result.done === true;
      const next = waiting.shift();
      if (next) next(outcome);
      else ready.push(outcome);
    }
    isReading = false;
    if (isOver) for (const next of waiting.splice(0)) next(end);
  }

  return async () => {
    const outcome = ready.shift() ?? (isOver ? end : new Promise<Outcome<T>>((done) => waiting.push(done)));
    void read();
    const found = await outcome;
    if ("result" in found) return found.result;
    throw found.error;
  };
}

const end = { result: { done: true, value: undefined } } as const;

/** Messages that have come meanwhile; a timer would be held back by some milliseconds. */
function otherTasks(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
