// Counts who came, stayed and left by walking over sets in JavaScript: an answer that owes nothing to any SQL.

/** From `[customer, period]` pairs: for each period the lifecycle against the one before it. */
export function lifecycle(pairs, periods) {
  const active = setsByPeriod(pairs, periods);
  const seen = new Set();
  return periods.map((period, i) => {
    const now = active[i];
    const before = active[i - 1] ?? new Set();
    const fresh = [...now].filter((customer) => !seen.has(customer)).length;
    const lost = [...before].filter((customer) => !now.has(customer)).length;
    const stayed = before.size - lost;
    for (const customer of now) seen.add(customer);
    return {
      period,
      start: before.size,
      lost,
      stayed,
      new: fresh,
      returned: now.size - stayed - fresh,
      end: now.size,
    };
  });
}

/** How many customers are active in each period. */
export function activeCounts(pairs, periods) {
  return setsByPeriod(pairs, periods).map((set) => set.size);
}

function setsByPeriod(pairs, periods) {
  const sets = new Map(periods.map((period) => [period, new Set()]));
  for (const [customer, period] of pairs) sets.get(period)?.add(customer);
  return periods.map((period) => sets.get(period));
}
