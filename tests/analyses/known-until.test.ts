import { beforeAll, describe, expect, test } from "vitest";
import { runAnalysis, type AnyAnalysis, type DataSet, type Request } from "../../src/analyses";
import { random } from "../../src/analyses/stats/random";
import { sql } from "../../src/engine";
import { everyAnalysis, requestsOf } from "./every-analysis";
import { everyRole, everyRoleTypes } from "./every-role";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

/** What nobody could know on the day up to which data are known must change no result: spec B0.5. */
const database = openedDatabase();
/** In an experiment everybody assigned is held against the plan, also who came too late to be followed. */
const dated = everyAnalysis.filter(({ id, params }) => "asOf" in params && id !== "ab-test");
/** The last day of the log ends at noon: not known in full, so by itself it is left out. */
const lastDay = "2024-06-30";
const days = 182;

/** The one choice that is not the default and asks the log for more than its rows. */
const byGap = { lookback: "gap" };

let whole: DataSet;
beforeAll(async () => {
  whole = dataSet("whole", await tableFrom(database(), "whole", log(7), everyRoleTypes), everyRole);
});

const ofGaps = dated.filter(({ id }) => ["attrition", "relevant-activity", "time-to-churn"].includes(id));

describe.each([
  { asked: "2024-04-16", cut: "2024-04-16", analyses: dated },
  { asked: "auto", cut: lastDay, analyses: ofGaps },
])("known until: $asked", ({ asked, cut, analyses }) => {
  let known: DataSet;
  beforeAll(async () => {
    await database().query(sql`create or replace table known as from whole where t < timestamp ${cut}`);
    known = { ...whole, table: "known" };
  });

  test.each(analyses)("$id says the same of the whole file as of one cut on that day", async (analysis) => {
    const now = requestsOf(analysis, whole, { ...byGap, asOf: asked });
    const then = requestsOf(analysis, known, { ...byGap, asOf: cut });
    for (const [i, request] of now.entries()) {
      if (!byActivity(analysis, request)) continue;
      expect(await toldBy(analysis, request), JSON.stringify(request.params)).toEqual(
        await toldBy(analysis, then[i]!),
      );
    }
  });
});

/** What a log says. Of contracts ends are known beforehand, and a row of paid months stands for its whole month. */
const byActivity = ({ needs }: AnyAnalysis, { params }: Request) =>
  needs(params).includes("time") && params.mode !== "rows";

async function toldBy(analysis: AnyAnalysis, request: Request) {
  const { result } = await runAnalysis(analysis, request, (question) =>
    database().query(question, { isOwn: true }),
  );
  return JSON.parse(JSON.stringify(result, told)) as unknown;
}

/** What describes the file itself, and periods that are shown as not observed, may differ; so may the last digits of sums. */
const ofTheFile = new Set(["rows", "total", "idMatch", "users", "accounts"]);

function told(key: string, value: unknown) {
  if (ofTheFile.has(key)) return undefined;
  if (key === "periods" && Array.isArray(value))
    return (value as { state?: string }[]).filter(({ state }) => state !== "not observed");
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}

/** Sixty customers of half a year, some of whom come often, some leave, some come late. */
function log(seed: number): string {
  const { uniform, below } = random(seed);
  const lines = [Object.keys(everyRoleTypes).join(",")];
  const one = (items: readonly string[]) => items[below(items.length)]!;
  for (let c = 0; c < 60; c++) {
    const first = below(120);
    const stays = 20 + below(160);
    const step = 1 + below(25);
    const signup = dayOf(first);
    for (let day = first; day < Math.min(first + stays, days); day += 1 + below(2 * step)) {
      const hour = day === days - 1 ? below(12) : below(24);
      const time = `${dayOf(day)} ${String(hour).padStart(2, "0")}:00:00`;
      const end = dayOf(day + 10 + below(40));
      const numbers = Array.from({ length: 4 }, () => below(5)).join(",");
      lines.push(
        `c${c},${time},${one(["buy", "login", "share"])},${dayOf(day)},${end},${numbers},p${c % 7},${(1 + 99 * uniform()).toFixed(2)},o${c}-${day},${5 + below(50)},${signup},${one(["", "price", "gone"])},${one(["active", "left"])},${c % 2 ? "old" : "new"},${signup} 00:00:00`,
      );
    }
  }
  return lines.join("\n");
}

function dayOf(day: number): string {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
}
