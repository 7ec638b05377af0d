import { normalQuantile } from "./normal-quantile";

export interface RileyPlan {
  /** Candidate parameters: coefficients without the intercept. */
  readonly parameters: number;
  /** Expected share with the outcome, between 0 and 1. */
  readonly prevalence: number;
  /** Expected Cox–Snell R² of the model on new customers, above 0 and below `largestCoxSnell`. */
  readonly coxSnell: number;
}

export interface RileySample {
  readonly ok: true;
  /** Customers needed so that coefficients need no more than 10 % shrinkage. */
  readonly shrinkage: number;
  /** … so that the apparent Nagelkerke R² is at most 0.05 too high. */
  readonly optimism: number;
  /** … so that the share itself is known to ± 0.05. */
  readonly risk: number;
  /** The largest of the three. */
  readonly customers: number;
  /** Customers of the outcome in that many, and per parameter. */
  readonly events: number;
  readonly eventsPerParameter: number;
  /** R² that a perfect model would have at this prevalence. */
  readonly largestCoxSnell: number;
}

export type NoRiley = { readonly ok: false; readonly why: "parameters" | "prevalence" | "cox-snell" };

const shrinkage = 0.9;
const optimism = 0.05;
const margin = 0.05;

/**
 * How many customers a model needs before it is worth fitting: criteria 1 to 3 of Riley et al. (2019), Stat. Med. 38,
 * 1276–1296, formulas (11), (12), (13); Riley et al. (2020), BMJ 368, m441; as R's pmsampsize. `why` names what cannot be.
 */
export function riley({ parameters, prevalence, coxSnell }: RileyPlan): RileySample | NoRiley {
  if (!(Number.isInteger(parameters) && parameters >= 1)) return { ok: false, why: "parameters" };
  if (!(prevalence > 0 && prevalence < 1)) return { ok: false, why: "prevalence" };
  const largest = largestCoxSnell(prevalence);
  if (!(coxSnell > 0 && coxSnell < largest)) return { ok: false, why: "cox-snell" };
  const first = Math.ceil(parameters / perCustomer(coxSnell, shrinkage));
  const second = Math.ceil(parameters / perCustomer(coxSnell, shrinkageForOptimism(coxSnell, largest)));
  const third = customersForRisk(prevalence);
  const customers = Math.max(first, second, third);
  return {
    ok: true,
    shrinkage: first,
    optimism: second,
    risk: third,
    customers,
    events: customers * prevalence,
    eventsPerParameter: (customers * prevalence) / parameters,
    largestCoxSnell: largest,
  };
}

/** How many parameters a base of this size bears by the same criteria; 0 where none, or where the share itself is too unsure. */
export function rileyParameters(
  customers: number,
  { prevalence, coxSnell }: Omit<RileyPlan, "parameters">,
): number {
  if (!(prevalence > 0 && prevalence < 1)) return 0;
  const largest = largestCoxSnell(prevalence);
  if (!(coxSnell > 0 && coxSnell < largest) || !(customers >= customersForRisk(prevalence))) return 0;
  const shares = [shrinkage, shrinkageForOptimism(coxSnell, largest)];
  // A rounding must not take away a parameter that fits exactly.
  return Math.floor(Math.min(...shares.map((share) => customers * perCustomer(coxSnell, share))) + 1e-9);
}

/** Cox–Snell R² of a model that knows every outcome: 1 − exp(2·L₀/n) of the share alone. Riley et al. (2019), §2.3. */
export function largestCoxSnell(prevalence: number): number {
  if (!(prevalence > 0 && prevalence < 1)) return 0;
  return -Math.expm1(2 * (prevalence * Math.log(prevalence) + (1 - prevalence) * Math.log1p(-prevalence)));
}

/** Parameters a customer pays for at this R² and shrinkage: (S − 1)·ln(1 − R²/S). */
function perCustomer(coxSnell: number, share: number): number {
  return (share - 1) * Math.log1p(-coxSnell / share);
}

function shrinkageForOptimism(coxSnell: number, largest: number): number {
  return coxSnell / (coxSnell + optimism * largest);
}

function customersForRisk(prevalence: number): number {
  return Math.ceil((normalQuantile(0.975) / margin) ** 2 * prevalence * (1 - prevalence));
}
