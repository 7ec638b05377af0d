import { random, type Random } from "../../../src/analyses/stats/random";

/**
 * A made-up customer base of which the truth is known. Behaviours are counted in the first 90 days, who left in the year is
 * known at its end. The effects were chosen once, before anything was run on them, and are not fitted to any method.
 */
export interface Customer {
  readonly id: string;
  readonly size: "small" | "middle" | "large";
  readonly plan: "basic" | "plus";
  readonly left: 0 | 1;
  /** Days followed: to the end of the year, or to the leaving. */
  readonly days: number;
  /** Day of the first use of a feature, empty where it never was used. */
  readonly first_day: number | null;
  readonly behaviours: Readonly<Record<Behaviour, number>>;
}

/** What a column is in truth. */
export const truths = {
  share: "true",
  team: "true",
  goals: "true",
  clicks: "null",
  colour: "null",
  docs: "null",
  /** Large customers log in more and stay more: size does both. */
  logins: "confounded",
  /** The team's twin: the same with one in twelve turned round. */
  team_again: "near-duplicate",
  /** Goes to customers who are about to leave. */
  calls: "targeted",
  /** Helps within both plans, and is used by those of the plan that loses more. */
  feature: "simpson",
  /** Counted until the end of the year: who left has hardly any. */
  events: "leaking",
  /** Ever used in the year: who stays longer has more time for it. */
  ever_used: "immortal",
  /** Hardly anybody has it, and they stay. */
  sso: "rare",
} as const;
export type Behaviour = keyof typeof truths;
export type Truth = (typeof truths)[Behaviour];
export const behaviours = Object.keys(truths) as readonly Behaviour[];

/** Log odds of staying, by a unit: of the true ones, and 0 of those that do nothing beside the others, size and plan. */
export const coefficients: Readonly<Partial<Record<Behaviour, number>>> = {
  share: 0.02,
  team: 0.8,
  goals: 0.9,
  clicks: 0,
  colour: 0,
  docs: 0,
  logins: 0,
  team_again: 0,
  feature: 0.7,
  // Drawn after the outcome, so that its odds are exactly these: (0.25/0.75)/(0.5/0.5).
  calls: Math.log(1 / 3),
};
/** From so many goals on. */
export const goalsCut = 3;

const [intercept, ofSso] = [0.7, 3];
const ofSize = { small: 0, middle: 0.7, large: 1.6 };
const ofPlan = { basic: 0, plus: -2 };
const year = 365;

export interface BaseOptions {
  readonly seed: string;
  readonly customers: number;
  /** As the columns are when a score is used: before the outcome, so that nothing leaks and nobody has had more time. */
  readonly beforehand?: boolean;
}

export function makeBase({ seed, customers, beforehand = false }: BaseOptions): Customer[] {
  const draw = random(seed);
  const rare = Math.max(5 / customers, 0.003);
  return Array.from({ length: customers }, (_, i) => oneCustomer(draw, `c${i}`, rare, beforehand));
}

function oneCustomer(draw: Random, id: string, rare: number, beforehand: boolean): Customer {
  const yes = (chance: number) => (draw.uniform() < chance ? 1 : 0);
  const ofSizes = draw.uniform();
  const size = ofSizes < 0.5 ? "small" : ofSizes < 0.85 ? "middle" : "large";
  const plan = yes(0.4) ? "plus" : "basic";
  const share = Math.floor(draw.uniform() * 101);
  const team = yes(0.3);
  const goals = poisson(draw, 3);
  const feature = yes(plan === "plus" ? 0.6 : 0.1);
  const sso = yes(rare);
  const odds =
    intercept +
    ofSize[size] +
    ofPlan[plan] +
    coefficients.share! * (share - 50) +
    coefficients.team! * team +
    coefficients.goals! * (goals >= goalsCut ? 1 : 0) +
    coefficients.feature! * feature +
    ofSso * sso;
  const left = yes(1 / (1 + Math.exp(odds)));
  const days = left ? 90 + Math.ceil(draw.uniform() * (year - 90)) : year;
  // A constant hazard of first use, for as long as one is there.
  const use = -300 * Math.log(1 - draw.uniform());
  const until = beforehand ? 90 : days;
  return {
    id,
    size,
    plan,
    left,
    days,
    first_day: use < days ? Math.floor(use) : null,
    behaviours: {
      share,
      team,
      goals,
      clicks: poisson(draw, 6),
      colour: yes(0.5),
      docs: Math.floor(100 * draw.uniform() ** 2),
      logins: poisson(draw, { small: 2, middle: 6, large: 12 }[size]),
      team_again: yes(1 / 12) ? 1 - team : team,
      calls: yes(left ? 0.5 : 0.25),
      feature,
      events: left && !beforehand ? poisson(draw, 0.05) : 1 + poisson(draw, 9),
      ever_used: use < until ? 1 : 0,
      sso,
    },
  };
}

/** Knuth's product of uniforms: small means only. */
function poisson(draw: Random, mean: number): number {
  const least = Math.exp(-mean);
  let [count, product] = [0, draw.uniform()];
  while (product > least) {
    product *= draw.uniform();
    count++;
  }
  return count;
}
