import { largestCoxSnell, riley, rileyParameters } from "../stats/riley";

export const gateColours = ["red", "amber", "green"] as const;
export type GateColour = (typeof gateColours)[number];

export interface GateInput {
  /** Those compared, and those of them who left. */
  readonly customers: number;
  readonly lost: number;
  /** Candidate parameters: every lever and every segment of a control but one, also those that are dropped later. */
  readonly parameters: number;
  /** Expected Cox–Snell R² of the model on new customers; null: see `expectedCoxSnell`. */
  readonly coxSnell: number | null;
}

/** What is still to come before the light changes, at the share of today. */
export interface Missing {
  readonly events: number;
  readonly customers: number;
}

export interface Gate {
  readonly colour: GateColour;
  /** Customers of the rarer outcome, and which it is. */
  readonly events: number;
  readonly rarer: "lost" | "stayed";
  readonly eventsPerParameter: number | null;
  /** The R² reckoned with; null where there is one outcome alone. */
  readonly coxSnell: number | null;
  readonly largestCoxSnell: number | null;
  /** Customers needed by each criterion of Riley; null where none can be reckoned: one outcome alone, or nothing to try. */
  readonly needed: {
    readonly shrinkage: number;
    readonly optimism: number;
    readonly risk: number;
    readonly customers: number;
  } | null;
  /** Parameters that these customers bear by the same criteria. */
  readonly bears: number;
  /** How many levers may be tried: none at red, three at amber for few events; null: as many as the parameters asked for. */
  readonly mostLevers: number | null;
  /** Why it is not green. */
  readonly why: readonly ("few-events" | "parameters" | "cox-snell")[];
  /** To the next lights; null where it is there already, or nothing can be reckoned. */
  readonly toAmber: Missing | null;
  readonly toGreen: Missing | null;
}

/** The ladder: below the first red, below the second amber. */
export const fewestEvents = { amber: 20, green: 100 };
export const amberLevers = 3;

/** Without knowledge: 15 % of what a perfect model would have (Riley et al., 2020), and never more than this. */
const mostExpected = 0.1;
const expectedShare = 0.15;

export function expectedCoxSnell(share: number): number {
  return Math.min(mostExpected, expectedShare * largestCoxSnell(share));
}

/**
 * May one model? Red below 20 customers of the rarer outcome (assumptions and equal weights alone), amber below 100 (three
 * levers at most, Firth, equal or shrunken weights) and wherever the criteria of Riley et al. ask for more customers than
 * there are, green else. Riley et al. (2019), Stat. Med. 38, 1276–1296; (2020), BMJ 368, m441.
 */
export function gateOf({ customers, lost, parameters, coxSnell }: GateInput): Gate {
  for (const count of [customers, lost, parameters])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
  if (lost > customers) throw new RangeError(`${lost} of ${customers}`);
  const rarer = 2 * lost <= customers ? "lost" : "stayed";
  const events = Math.min(lost, customers - lost);
  const share = events > 0 ? events / customers : null;
  const expected = share === null ? null : (coxSnell ?? expectedCoxSnell(share));
  const told =
    share === null || expected === null ? null : riley({ parameters, prevalence: share, coxSnell: expected });
  const needed = told?.ok ? told : null;
  const why = [
    ...(events < fewestEvents.green ? (["few-events"] as const) : []),
    ...(told && !told.ok && told.why === "cox-snell" ? (["cox-snell"] as const) : []),
    ...(needed && needed.customers > customers ? (["parameters"] as const) : []),
  ];
  const colour = events < fewestEvents.amber ? "red" : why.length ? "amber" : "green";
  return {
    colour,
    events,
    rarer,
    eventsPerParameter: parameters > 0 ? events / parameters : null,
    coxSnell: expected,
    largestCoxSnell: share === null ? null : largestCoxSnell(share),
    needed: needed && {
      shrinkage: needed.shrinkage,
      optimism: needed.optimism,
      risk: needed.risk,
      customers: needed.customers,
    },
    bears:
      share === null || expected === null
        ? 0
        : rileyParameters(customers, { prevalence: share, coxSnell: expected }),
    mostLevers: colour === "red" ? 0 : events < fewestEvents.green ? amberLevers : null,
    why,
    toAmber: colour === "red" && share !== null ? missing(customers, events, fewestEvents.amber) : null,
    toGreen:
      colour !== "green" && needed
        ? missing(customers, events, fewestEvents.green, (n, x) => neededAt(x / n, { parameters, coxSnell }))
        : null,
  };
}

function neededAt(
  share: number,
  { parameters, coxSnell }: Pick<GateInput, "parameters" | "coxSnell">,
): number {
  const told = riley({ parameters, prevalence: share, coxSnell: coxSnell ?? expectedCoxSnell(share) });
  return told.ok ? told.customers : 0;
}

/** How many more there must be, at the share of today, so that there are enough events and enough customers. */
function missing(
  customers: number,
  events: number,
  fewest: number,
  enough: (customers: number, events: number) => number = () => 0,
): Missing {
  let all = customers;
  let those = events;
  // Whole customers move the share a little, and with it what is needed: a step or two.
  for (;;) {
    const wanted = Math.max(enough(all, those), Math.ceil((fewest * customers) / events));
    const wantedEvents = Math.max(fewest, Math.ceil((wanted * events) / customers));
    if (wanted <= all && wantedEvents <= those) break;
    all = Math.max(all, wanted);
    those = Math.max(those, wantedEvents);
  }
  return { events: those - events, customers: all - customers };
}
