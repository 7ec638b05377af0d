import { limits } from "../limits";

/** How much more may come; shared by everything that is read for one run. */
export interface Allowance {
  nodes: number;
  characters: number;
}

/** Something in a message is not what it has to be. */
export class Refusal extends Error {
  readonly why: "unreadable" | "nodes" | "characters";

  constructor(why: "unreadable" | "nodes" | "characters", what: string) {
    super(`${why}: ${what}`);
    this.why = why;
  }
}

export const fullAllowance = (): Allowance => ({ nodes: limits.nodes, characters: limits.characters });

export function object(raw: unknown, what: string): Readonly<Record<string, unknown>> {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) throw new Refusal("unreadable", what);
  return raw as Record<string, unknown>;
}

/** A list, and never a very long one by accident: each entry costs a node. */
export function list(raw: unknown, what: string, allowance: Allowance): readonly unknown[] {
  if (!Array.isArray(raw)) throw new Refusal("unreadable", what);
  spend(raw.length, allowance);
  return raw;
}

export function spend(nodes: number, allowance: Allowance): void {
  allowance.nodes -= nodes;
  if (allowance.nodes < 0) throw new Refusal("nodes", String(nodes));
}

export function text(raw: unknown, what: string, allowance: Allowance): string {
  if (typeof raw !== "string") throw new Refusal("unreadable", what);
  allowance.characters -= raw.length;
  if (allowance.characters < 0) throw new Refusal("characters", what);
  return raw;
}

/** A short text of its own right: a name, an id. */
export function shortText(raw: unknown, what: string, most = 1000): string {
  if (typeof raw !== "string" || raw.length > most) throw new Refusal("unreadable", what);
  return raw;
}

export function whole(raw: unknown, what: string, least = 0): number {
  if (!Number.isSafeInteger(raw) || (raw as number) < least) throw new Refusal("unreadable", what);
  return raw as number;
}

export function yesOrNo(raw: unknown, what: string): boolean {
  if (typeof raw !== "boolean") throw new Refusal("unreadable", what);
  return raw;
}

export function oneOf<const T extends string>(raw: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === raw);
  if (found === undefined) throw new Refusal("unreadable", what);
  return found;
}

export function deeper(depth: number): number {
  if (depth >= limits.depth) throw new Refusal("unreadable", "depth");
  return depth + 1;
}
