import { csvParse } from "d3";
import type { Purchases } from "../../../../src/analyses/stats/btyd/purchases";
import { sharedText } from "../../../reference/shared-data";

export const cdnowFile = "data/cdnow-sample/cdnow_sample.csv";

export interface CdnowCustomer extends Purchases {
  /** Days with a purchase in the 39 weeks after the calibration end. */
  readonly later: number;
  /** First purchase, in days since 1 January 1997. */
  readonly start: number;
  /** Purchase days after the first, up to 30 June 1998, in days since 1 January 1997. */
  readonly days: readonly number[];
  /** Mean of the repeat purchases' dollars within the calibration time; 0 where there are none. */
  readonly meanSpend: number;
}

/** CDNOW, a tenth: weeks, purchases of one day merged, calibration to 30 September 1997, each customer a row. */
export function cdnow(): CdnowCustomer[] {
  const day = (text: string) => (Date.parse(text) - Date.parse("1997-01-01")) / 86_400_000;
  const end = day("1997-09-30");
  const logs = new Map<string, Map<number, number>>();
  for (const row of csvParse(sharedText(cdnowFile))) {
    const log = logs.get(row["master_id"]!) ?? new Map<number, number>();
    const at = day(row["date"]!);
    log.set(at, (log.get(at) ?? 0) + Number(row["dollars"]));
    logs.set(row["master_id"]!, log);
  }
  return [...logs.values()].map((log) => {
    const all = [...log.keys()].sort((a, b) => a - b);
    const start = all[0]!;
    const repeats = all.filter((at) => at > start && at <= end);
    const spent = repeats.reduce((sum, at) => sum + log.get(at)!, 0);
    return {
      x: repeats.length,
      tx: repeats.length > 0 ? (repeats[repeats.length - 1]! - start) / 7 : 0,
      T: (end - start) / 7,
      n: 1,
      later: all.filter((at) => at > end).length,
      start,
      days: all.slice(1),
      meanSpend: repeats.length > 0 ? spent / repeats.length : 0,
    };
  });
}
