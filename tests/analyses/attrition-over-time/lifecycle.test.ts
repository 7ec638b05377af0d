import { describe, expect, test } from "vitest";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

describe("ten customers week by week", () => {
  const file = "spec/reference/08_toy_event_log.json";
  interface Week {
    week: string;
    state: string;
    active: number;
    new: string;
    returning: string;
    resurrected: string;
    dormant: string;
    prev_active: number;
    attrition: number | null;
  }

  test.skipIf(!isShared(file))("new, returning, resurrected and dormant customers by name", async () => {
    const { rows } = sharedJson<{ lifecycle_monday_utc: { rows: Week[] } }>(file).lifecycle_monday_utc;
    const data = await toyEvents(database(), ["create"]);
    const { result, request } = await run(database(), attritionOverTime, data, {
      grain: "week",
      asOf: "2026-02-06",
    });
    const named = (await database().query(attritionOverTime.customers!(request, result, null)!)).rows();
    expect(result.periods).toHaveLength(rows.length);
    rows.forEach((week, i) => {
      const period = result.periods[i]!;
      const who = (state: string) =>
        named
          .filter(({ opens, what }) => what === state && (opens as Date).toISOString().startsWith(week.week))
          .map(({ customer }) => customer)
          .join("");
      expect(period.opens).toBe(week.week);
      expect(period.state).toBe(week.state.replace("_", " "));
      expect(period).toMatchObject({ atEnd: week.active, atStart: week.prev_active });
      expect(who("new")).toBe(week.new);
      expect(who("remaining")).toBe(week.returning);
      expect(who("returned")).toBe(week.resurrected);
      expect(who("lost")).toBe(week.dormant);
      if (week.attrition === null) expect(period.attrition.rate).toBeNull();
      else expect(period.attrition.rate).toBeCloseTo(week.attrition, 12);
    });
  });
});
