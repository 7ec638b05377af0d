import type { SurvivalRow } from "../../../src/analyses/stats/risk-table";

/** One a text: the time of the end, + where it was censored, before it the entry where that was late ("36-39"). */
export function survivalRows(text: string): SurvivalRow[] {
  return text.split(" ").map((one) => {
    const [, entry, time, plus] = /^(?:([\d.]+)-)?([\d.]+)(\+?)$/.exec(one)!;
    const events = plus === "+" ? 0 : 1;
    const row = { time: Number(time), events, censored: 1 - events };
    return entry === undefined ? row : { ...row, entry: Number(entry) };
  });
}

/** Weeks of remission. Freireich et al. (1963), Blood 21, 699–716; Gehan (1965), Biometrika 52, 203–223. */
export const gehan = {
  drug: survivalRows("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"),
  control: survivalRows("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"),
};

/** Weeks to relapse in acute myelogenous leukemia. Miller (1981), Survival Analysis, p. 49. */
export const aml = {
  maintained: survivalRows("9 13 13+ 18 23 28+ 31 34 45+ 48 161+"),
  nonmaintained: survivalRows("5 5 8 8 12 16+ 23 27 30 33 43 45"),
};

/**
 * Days on the Stanford heart transplant programme: waiting, and from the transplant on, entered late.
 * Crowley & Hu (1977), J. Amer. Statist. Assoc. 72, 27–36; as R's survival::heart has them.
 */
export const heart = {
  waiting: survivalRows(
    "50 6 1+ 36+ 18 3 51+ 40 85 12+ 26+ 8 17+ 37+ 1 28+ 36 20+ 37 18+ 8+ 12+ 3+ 83+ 25+ 1401+ 263 71+ 35 " +
      "16+ 16 17+ 51+ 23+ 12 46+ 19+ 4.5+ 2+ 41+ 58+ 3 2 40 1+ 2+ 21+ 9 36+ 83+ 32+ 102 41+ 3 10+ 67+ 149 " +
      "21+ 78+ 3+ 2 69 27+ 33+ 12+ 32 57+ 3+ 10+ 5+ 31+ 4+ 27+ 5+ 2 46+ 21 210+ 67+ 26+ 6+ 428+ 32+ 37+ 5 " +
      "8+ 60+ 31+ 139+ 160+ 340 310+ 28+ 4+ 2+ 13+ 21+ 96+ 21 38+ 31+ 11+ 6",
  ),
  transplanted: survivalRows(
    "1-16 36-39 51-675 12-58 26-153 17-81 37-1387 28-308 20-43 18-28 8-1032 12-51 3-733 83-219 25-1800+ " +
      "71-72 16-852 17-77 51-1587+ 23-1572+ 46-100 19-66 4.5-5 2-53 41-1408+ 58-1322+ 1-45 2-996 21-72 " +
      "36-1142+ 83-980 32-285 41-188 10-61 67-942+ 21-343 78-916+ 3-68 27-842+ 33-584 12-78 57-285 3-68 " +
      "10-670+ 5-30 31-620+ 4-596+ 27-90 5-17 46-545+ 210-515+ 67-96 26-482+ 6-445+ 32-80 37-334 8-397+ " +
      "60-110 31-370+ 139-207 160-186 310-340+ 28-265+ 4-165 2-16 13-180+ 21-131+ 96-109+ 38-39+",
  ),
};
