/** A measured behaviour of each customer, and the thresholds to try for it, ascending. NaN: not observed. */
export interface Behaviour {
  readonly values: Float64Array;
  readonly cuts: readonly number[];
}

/** Behaviours of the same customers in the same order, with what became of them (1 or 0). */
export interface CutInput {
  readonly behaviours: readonly Behaviour[];
  readonly outcomes: Uint8Array;
}

export type CutFailure =
  /** Nobody; nobody or everybody with the outcome; no behaviour with a threshold that divides the customers. */
  "no-base" | "one-class" | "no-cuts";

/**
 * Customers by the cells between thresholds. They stand in an order that these cells and the outcome alone determine, so what
 * is drawn from them does not depend on the order of rows.
 */
export interface Cells {
  readonly ok: true;
  readonly customers: number;
  readonly events: number;
  readonly behaviours: number;
  /**
   * Customer after customer, a cell for each behaviour: `first[b]` is "below all thresholds of b", the next are those from
   * each threshold on; the last cell of a behaviour is "not observed".
   */
  readonly codes: Uint16Array | Uint32Array;
  readonly outcomes: Uint8Array;
  readonly first: Int32Array;
  readonly cuts: readonly (readonly number[])[];
  /** How many cells all behaviours have. */
  readonly size: number;
}

/** Throws a RangeError on columns of different lengths and on thresholds out of order. */
export function cutCells({
  behaviours,
  outcomes,
}: CutInput): Cells | { readonly ok: false; readonly why: CutFailure } {
  const customers = outcomes.length;
  const events = outcomes.reduce((sum, one) => sum + one, 0);
  for (const { values, cuts } of behaviours) {
    if (values.length !== customers) throw new RangeError("columns of different lengths");
    if (cuts.some((cut, i) => !(i === 0 ? cut === cut : cut > cuts[i - 1]!)))
      throw new RangeError("thresholds out of order");
  }
  if (customers === 0) return { ok: false, why: "no-base" };
  if (events === 0 || events === customers) return { ok: false, why: "one-class" };
  const first = new Int32Array(behaviours.length);
  let size = 0;
  behaviours.forEach(({ cuts }, b) => {
    first[b] = size;
    size += cuts.length + 2;
  });
  const Codes = size < 65_536 ? Uint16Array : Uint32Array;
  const width = behaviours.length;
  const given = new Codes(customers * width);
  let isDivided = false;
  behaviours.forEach(({ values, cuts }, b) => {
    const reached = new Set<number>();
    for (let i = 0; i < customers; i++) {
      const value = values[i]!;
      const isKnown = !Number.isNaN(value);
      const cell = isKnown ? cutsUpTo(cuts, value) : cuts.length + 1;
      if (isKnown) reached.add(cell);
      given[i * width + b] = first[b]! + cell;
    }
    isDivided ||= reached.size > 1;
  });
  if (!isDivided) return { ok: false, why: "no-cuts" };
  const order = Uint32Array.from({ length: customers }, (_, i) => i).sort((i, j) => {
    for (let b = 0; b < width; b++) {
      const difference = given[i * width + b]! - given[j * width + b]!;
      if (difference !== 0) return difference;
    }
    return outcomes[i]! - outcomes[j]!;
  });
  const codes = new Codes(customers * width);
  order.forEach((from, to) => codes.set(given.subarray(from * width, (from + 1) * width), to * width));
  return {
    ok: true,
    customers,
    events,
    behaviours: width,
    codes,
    outcomes: Uint8Array.from(order, (i) => outcomes[i]!),
    first,
    cuts: behaviours.map(({ cuts }) => cuts),
    size,
  };
}

/** Counts the first `upTo` of these customers into the cells they are in. */
export function countInto(
  counts: Int32Array,
  { codes, behaviours: width }: Cells,
  customers: Int32Array,
  upTo: number,
) {
  for (let k = 0; k < upTo; k++) {
    const from = customers[k]! * width;
    for (let at = from; at < from + width; at++) counts[codes[at]!]!++;
  }
}

function cutsUpTo(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
