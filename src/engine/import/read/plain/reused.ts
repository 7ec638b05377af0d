type Buffer = Uint8Array | Int32Array | Float64Array;

/**
 * Room of at least a length, the same again and again: memory that is taken anew for each part costs as much as what is done in
 * it. What was there before still is.
 */
export function reused<T extends Buffer>(make: (length: number) => T): (length: number) => T {
  let kept = make(0);
  return (length) => {
    if (kept.length < length) kept = make(Math.ceil(length * 1.1));
    return kept.subarray(0, length) as T;
  };
}
