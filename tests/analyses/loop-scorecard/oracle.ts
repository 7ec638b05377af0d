import type { Happening } from "./made";

/** The same numbers once more, customer by customer in plain loops: what the counting is held against. Days since the start. */
export function counted(happenings: readonly Happening[], asOf: number) {
  const rows = happenings
    .map((one) => ({ ...one, at: Math.floor(one.at * 86_400) / 86_400 }))
    .filter(({ at }) => at < asOf);
  const byCustomer = new Map<string, typeof rows>();
  for (const row of rows) byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row]);
  const lives = [...byCustomer.values()].map((own) => {
    const started = Math.floor(Math.min(...own.map(({ at }) => at)));
    const isThere = (moment: number, gap: number) =>
      own.some(({ at }) => Math.floor(at) < moment && Math.floor(at) >= moment - gap);
    const first = (event: string, from: number, until: number) => {
      const found = own
        .filter((row) => row.event === event && row.at >= from && row.at < until)
        .map(({ at }) => at);
      return found.length ? Math.min(...found) : null;
    };
    return { own, started, isThere, first };
  });

  return {
    stage(done: readonly string[], days: number, gap: number, later: number) {
      const told = { entered: 0, done: 0, open: 0, days: [] as number[] };
      const kept = {
        doneThere: 0,
        doneStayed: 0,
        missedThere: 0,
        missedStayed: 0,
        goneDone: 0,
        goneMissed: 0,
      };
      for (const { started, first, isThere } of lives) {
        const ends = started + days;
        if (ends > asOf) {
          told.open++;
          continue;
        }
        told.entered++;
        const moments = done.map((event) => first(event, started, ends));
        const isDone = moments.every((at) => at !== null);
        if (isDone) {
          told.done++;
          told.days.push(Math.max(...moments.map((at) => at ?? 0)) - started);
        }
        if (ends + later > asOf) continue;
        if (!isThere(ends, gap)) kept[isDone ? "goneDone" : "goneMissed"]++;
        else {
          kept[isDone ? "doneThere" : "missedThere"]++;
          if (isThere(ends + later, gap)) kept[isDone ? "doneStayed" : "missedStayed"]++;
        }
      }
      return { ...told, kept };
    },
    month(opens: number, closes: number, gap: number, days: number) {
      let [came, bought, there, lost] = [0, 0, 0, 0];
      for (const { first, isThere } of lives) {
        const at = first("signup", -1, asOf);
        if (at !== null && at >= opens && at < closes) {
          came++;
          if (first("purchase", at, Math.floor(at) + days) !== null) bought++;
        }
        if (!isThere(opens, gap)) continue;
        there++;
        if (!isThere(closes, gap)) lost++;
      }
      return { came, bought, there, lost };
    },
    invites(day: number, last: number) {
      const seen = lives.filter(({ started }) => started + last <= asOf);
      const each = (event: string) =>
        seen.map(
          ({ own, started }) => own.filter((row) => row.event === event && row.at < started + day).length,
        );
      return { customers: seen.length, sent: each("invite_sent"), accepted: each("invite_accepted") };
    },
    /** Of the last answer of each customer in the span, and of the first ever by what came `later`. */
    answers(opens: number, closes: number) {
      return lives.flatMap(({ own }) => {
        const given = own.filter(({ at, score }) => isScore(score) && at >= opens && at < closes);
        const last = given.toSorted((a, b) => b.at - a.at || (a.score ?? 0) - (b.score ?? 0))[0];
        return last?.score == null ? [] : [last.score];
      });
    },
    outcomes(gap: number, later: number) {
      const told = { stayed: [] as number[], left: [] as number[] };
      for (const { own, isThere } of lives) {
        const [first] = own.filter(({ score }) => isScore(score)).toSorted((a, b) => a.at - b.at);
        if (first?.score == null) continue;
        const judged = Math.floor(first.at) + 1 + later;
        if (judged <= asOf) told[isThere(judged, gap) ? "stayed" : "left"].push(first.score);
      }
      return told;
    },
  };
}

function isScore(score: number | null): score is number {
  return score !== null && score >= 0 && score <= 10;
}
