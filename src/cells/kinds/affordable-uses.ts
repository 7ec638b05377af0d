const mostCopies = 50_000;

/** How one goes through a tree, whatever it is made of. */
export interface TreeWalk<T> {
  readonly childrenOf: (node: T) => Iterable<T>;
  readonly isUse: (node: T) => boolean;
}

/**
 * Which `<use>` elements may keep their reference. Each draws its target once more, and targets that hold further `<use>` could
 * grow without end, so that such targets and all copies above a sum are refused.
 */
export function affordableUses<T>(targets: readonly (T | null)[], walk: TreeWalk<T>): boolean[] {
  const sizes = new Map<T, number>();
  let sum = 0;
  return targets.map((target) => {
    if (target === null) return false;
    let size = sizes.get(target);
    if (size === undefined) sizes.set(target, (size = sizeOf(target, walk)));
    sum += size;
    return sum <= mostCopies;
  });
}

function sizeOf<T>(target: T, { childrenOf, isUse }: TreeWalk<T>): number {
  let size = 0;
  const waiting = [target];
  while (waiting.length) {
    const node = waiting.pop()!;
    if (isUse(node) || ++size > mostCopies) return Infinity;
    waiting.push(...childrenOf(node));
  }
  return size;
}
