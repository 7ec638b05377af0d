import { expect, test } from "vitest";
import { onboarding } from "../../../src/analyses/onboarding";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { readSharedLog, readSignups, sharedLogs } from "../shared-logs";

const database = openedDatabase();

interface Reference {
  readonly n_day_retention: {
    readonly users: number;
    readonly classic: Readonly<Record<string, number>>;
    readonly unbounded: Readonly<Record<string, number>>;
  };
}

test.skipIf(!isShared("data/relax-logins"))(
  "relax-logins: classic and unbounded N-day retention of all who signed up (reference.json, n_day_retention)",
  async () => {
    const people = await readSignups(database());
    const data = await readSharedLog(database(), sharedLogs.logins);
    const known = sharedJson<Reference>("data/relax-logins/reference.json").n_day_retention;
    for (const [reading, shares] of [
      ["on", known.classic],
      ["after", known.unbounded],
    ] as const) {
      // The reference takes the users whose day 89 the data cover, for all days.
      const days = [...Object.keys(shares).map(Number), 89];
      const given = { people: "users", startBeside: "creation_time", days, same: true, reading };
      const { result, request } = await run(database(), onboarding, data, given, { people });
      for (const { day, share } of result.days.slice(0, -1)) {
        expect(share.n).toBe(known.users);
        // The reference gives twelve digits.
        expect(share.rate).toBeCloseTo(shares[day]!, 11);
      }
      if (reading !== "on") continue;
      expect(result.early).toMatchObject({ early: 30, horizon: 365 });
      const [first] = result.days;
      for (const [key, count] of [
        ["day 0 returned", first!.share.x],
        ["day 0 missed", first!.share.n - first!.share.x],
        ["lost * - 30", result.early!.lostEarly],
      ] as const)
        expect((await database().query(onboarding.customers!(request, result, key)!)).rowCount).toBe(count);
    }
  },
);
