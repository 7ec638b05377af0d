import type { Hole, Problem } from "./protocol";

interface Found {
  readonly syntactic: readonly Problem[];
  readonly semantic: readonly Problem[];
}

/**
 * Problems of a cell of another language: each in the hole that it is about. What TypeScript misses at the end of one hole
 * it says of the next thing that it reads; what it says of a relation in SQL is for DuckDB to judge.
 */
export function problemsInHoles(
  { syntactic, semantic }: Found,
  holes: readonly Hole[],
  text: string,
): Problem[] {
  const faults = holes.flatMap((hole) => faultOf(hole, text) ?? []);
  const read = holes.filter((hole) => !isEmpty(hole, text));
  const broken = syntactic.flatMap((problem) => {
    const hole = read.findLast(({ from }) => from <= problem.from);
    if (!hole?.isClosed) return [];
    const from = Math.min(problem.from, hole.to);
    return [{ ...problem, from, to: Math.max(from, Math.min(problem.to, hole.to)) }];
  });
  const wrong = semantic.filter((problem) =>
    read.some(({ from, to }) => from <= problem.from && problem.to <= to),
  );
  return [...faults, ...broken, ...wrong];
}

function isEmpty({ from, to }: Hole, text: string): boolean {
  return !text.slice(from, to).trim();
}

/** What TypeScript would say in a way that nobody understands. */
function faultOf(hole: Hole, text: string): Problem | null {
  const from = hole.from - 2;
  const same = { from, level: "error" as const, code: 0 };
  if (!hole.isClosed)
    return { ...same, to: hole.from, message: "a hole without its end", known: { about: "open-hole" } };
  if (!isEmpty(hole, text)) return null;
  return { ...same, to: hole.to + 1, message: "an empty hole", known: { about: "empty-hole" } };
}
