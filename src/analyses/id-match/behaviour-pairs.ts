import type { Request } from "../analysis";
import type { Pair } from "./match";
import { pairOf } from "./pair-of";

/** Analyses of what customers did and who left later, by contracts beside or by themselves, with a table that says more of them. */
interface Asked extends Pick<Request, "data" | "beside"> {
  readonly params: { readonly mode: string; readonly people: string | null };
}

/** A customer of whom the log knows nothing has done nothing; what customers bring along only says more of the difference. */
export function behaviourPairs({ data, beside, params }: Asked): readonly Pair[] {
  const contracts = params.mode === "contracts" ? beside?.contracts : undefined;
  return [
    ...(contracts ? pairOf({ data, beside }, "contracts", ["own", "beside"]) : []),
    ...(params.people === null
      ? []
      : pairOf({ data: contracts ?? data, beside }, "people", ["own"], { isExtra: true })),
  ];
}
