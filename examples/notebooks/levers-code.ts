/** TypeScript of the levers notebook, by the id of its cell. */
export const code = {
  confidence: `
    const confidence = view(html\`<select aria-label="Confidence of every interval">
      <option value="80">80 % intervals</option>
      <option value="90">90 % intervals</option>
      <option value="95" selected>95 % intervals</option>
      <option value="99">99 % intervals</option>
    </select>\` as HTMLSelectElement);`,

  wilson: `
    interface Share {
      yes: number;
      of: number;
      share: number;
      low: number;
      high: number;
    }

    const quantiles: Record<string, number> = {
      80: 1.281551565545,
      90: 1.644853626951,
      95: 1.95996398454,
      99: 2.575829303549,
    };

    // A share with its score interval; null for nobody.
    // Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    function shareOf(yes: number, of: number): Share | null {
      if (of === 0) return null;
      const z = quantiles[confidence] ?? NaN;
      const middle = 2 * yes + z * z;
      const spread = z * Math.sqrt(z * z + (4 * yes * (of - yes)) / of);
      const scale = 2 * (of + z * z);
      const low = (middle - spread) / scale;
      return { yes, of, share: yes / of, low, high: (middle + spread) / scale };
    }`,

  compared: `
    const groups = ["did it", "did not"] as const;
    const [didIt, didNot] = groups;
    const groupColour: Plot.ScaleOptions = {
      legend: true,
      domain: groups,
      range: ["var(--chart-1)", "var(--chart-2)"],
    };

    const compared = levers.toArray().flatMap((row) => {
      const first = shareOf(row.did_stayed ?? 0, row.did ?? 0);
      const second = shareOf(row.others_stayed ?? 0, row.others ?? 0);
      if (!first || !second) return [];
      const enough = Math.min(first.of, second.of) >= (least ?? 1);
      if (!enough) console.info("too few to show:", row.behaviour, first.of, second.of);
      const both = {
        behaviour: row.behaviour ?? "",
        points: 100 * (first.share - second.share),
        enough,
      };
      return [
        { ...both, group: didIt, ...first },
        { ...both, group: didNot, ...second },
      ];
    });`,

  "compared-chart": `
    const shown = compared.filter((one) => one.enough);
    const best = d3.groupSort(
      shown,
      ([one]) => -(one?.points ?? 0),
      (one) => one.behaviour,
    );

    display(
      Plot.plot({
        title: "Still under contract, by early behaviour",
        caption: "Dots are shares, bars their intervals: what chance may do, and nothing else.",
        width: Math.min(width, 760),
        marginLeft: 215,
        x: { percent: true, label: "accounts still under contract (%)", grid: true },
        y: { axis: null, domain: groups },
        fy: { label: null, domain: best },
        color: groupColour,
        marks: [
          Plot.ruleY(shown, {
            fy: "behaviour",
            y: "group",
            x1: "low",
            x2: "high",
            stroke: "group",
            strokeWidth: 4,
            strokeOpacity: 0.4,
          }),
          Plot.dot(shown, {
            fy: "behaviour",
            y: "group",
            x: "share",
            fill: "group",
            r: 5,
            channels: { accounts: "of" },
            tip: true,
          }),
        ],
      }),
    );`,

  chosen: `
    function staying(did: boolean): Share | null {
      const accounts = chosen_accounts.toArray().filter((row) => row.did === did);
      return shareOf(accounts.filter((row) => row.stayed).length, accounts.length);
    }

    const doers = staying(true);
    const others = staying(false);

    // In percent, with one decimal.
    function percent(one: Share | null): number | null {
      return one && Math.round(1000 * one.share) / 10;
    }`,

  bootstrap: `
    // Accounts drawn again, some twice, some not at all. Where only yes or no counts,
    // that is a coin tossed with their share.
    function drawnAgain({ share, of }: Share): number {
      let yes = 0;
      for (let i = 0; i < of; i++) if (random() < share) yes++;
      return yes / of;
    }

    function differences(first: Share, second: Share): number[] {
      return d3.range(2000).map(() => 100 * (drawnAgain(first) - drawnAgain(second)));
    }

    const draws = doers && others ? differences(doers, others) : [];
    const tail = (1 - Number(confidence) / 100) / 2;
    function rounded(points: number | undefined): number | null {
      return points === undefined ? null : Math.round(10 * points) / 10;
    }

    const difference = {
      points: doers && others ? rounded(100 * (doers.share - others.share)) : null,
      low: rounded(d3.quantile(draws, tail)),
      high: rounded(d3.quantile(draws, 1 - tail)),
    };

    const tooFew = Math.min(doers?.of ?? 0, others?.of ?? 0) < Math.max(1, least ?? 1);
    const verdict = tooFew
      ? "too few accounts to say anything"
      : (difference.low ?? 0) > 0
        ? "who did it stayed more often"
        : (difference.high ?? 0) < 0
          ? "who did it stayed less often"
          : "no difference that chance alone could not make";`,

  pictogram: `
    function dot(i: number, full: boolean) {
      const place = { cx: 5 + 10 * (i % 10), cy: 5 + 10 * Math.floor(i / 10) };
      const fill = full ? "var(--chart-1)" : "var(--chart-grid)";
      return svg\`<circle cx="\${place.cx}" cy="\${place.cy}" r="3.6" style="fill: \${fill}" />\`;
    }

    function ofHundred(group: string, one: Share | null) {
      if (!one) return null;
      const stayed = Math.round(100 * one.share);
      return html\`<figure style="margin: 0 32px 8px 0">
        <svg width="150" height="150" viewBox="0 0 100 100" role="img" aria-label="\${group}">
          \${d3.range(100).map((i) => dot(i, i < stayed))}
        </svg>
        <figcaption>\${group}: <strong>\${stayed}</strong> of 100 stayed</figcaption>
      </figure>\`;
    }

    display(html\`<div style="display: flex; flex-wrap: wrap">
      \${ofHundred(didIt, doers)} \${ofHundred(didNot, others)}
    </div>\`);`,

  "bootstrap-chart": `
    const ends = [difference.low, difference.high].filter((end) => end !== null);

    display(
      Plot.plot({
        title: "The difference, had the accounts been drawn again 2,000 times",
        width: Math.min(width, 760),
        height: 260,
        x: { label: "difference in percentage points" },
        y: { label: "draws", grid: true },
        marks: [
          Plot.rectY(
            draws,
            Plot.binX(
              { y: "count" },
              { x: Plot.identity, fill: "var(--chart-1)", tip: true },
            ),
          ),
          Plot.ruleY([0]),
          Plot.ruleX([0], { strokeDasharray: "4 3" }),
          Plot.ruleX(ends, { stroke: "var(--chart-lost)", strokeWidth: 2 }),
        ],
      }),
    );`,

  curve: `
    // Values in sql are bound: none of them can become SQL.
    const curve = await sql<{ day: number; did: boolean; share: number }>\`
      select day, did, avg(exists (
        from contracts
        where contracts.account_id = chosen_accounts.account_id
          and signed_up + day between start and "end"
      )::int) as share
      from chosen_accounts, (select unnest(range(0, \${(day_n ?? 0) + 1}, \${7}))::int as day)
      group by all
      order by day\`;

    display(
      Plot.plot({
        title: "Share under contract, week after week",
        width: Math.min(width, 760),
        height: 300,
        x: { label: "days after signing up" },
        y: { percent: true, domain: [0, 100], label: "under contract (%)", grid: true },
        color: groupColour,
        marks: [
          Plot.lineY(curve, {
            x: "day",
            y: "share",
            stroke: (row: { did: boolean }) => (row.did ? didIt : didNot),
            tip: true,
          }),
        ],
      }),
    );`,

  terms: `
    const paid = await table("contracts");
    const terms = d3.rollup(
      paid,
      (rows) => d3.least(rows, (row) => row.start)?.term,
      (row) => row.account_id,
    );
    const annual = [...terms.values()].filter((term) => term === "annual").length;

    display(md\`**\${annual} of all \${terms.size} accounts** began with a year's contract. They cannot
    leave before day 365: on day \${day_n} they stay, whatever they did.\`);`,

  "by-part-chart": `
    const parts = by_part.toArray().flatMap(({ part, did, accounts, stayed }) => {
      const share = shareOf(stayed ?? 0, accounts ?? 0);
      return share ? [{ part: part ?? "–", group: did ? didIt : didNot, ...share }] : [];
    });

    display(
      Plot.plot({
        title: \`Still under contract, by \${split_by ?? "–"}\`,
        width: Math.min(width, 760),
        height: 280,
        fx: { label: null },
        x: { axis: null, domain: groups },
        y: { percent: true, domain: [0, 100], label: "still under contract (%)", grid: true },
        color: groupColour,
        marks: [
          Plot.ruleX(parts, {
            fx: "part",
            x: "group",
            y1: "low",
            y2: "high",
            stroke: "group",
            strokeWidth: 4,
            strokeOpacity: 0.4,
          }),
          Plot.dot(parts, {
            fx: "part",
            x: "group",
            y: "share",
            fill: "group",
            r: 5,
            channels: { accounts: "of" },
            tip: true,
          }),
          Plot.ruleY([0]),
        ],
      }),
    );`,

  "price-rise": `
    const rise = await analyse("attrition", {
      table: "contracts",
      mode: "contracts",
      start: "2024-11-01",
      end: "2024-12-01",
    });
    const gone = shareOf(rise.counts.lost, rise.counts.atStart);`,

  "one-account": `
    const timeline = await sql\`
      select account_id, event, count(*) as times, min(time) as first_time
      from events
      where starts_with(account_id, \${account.trim().toUpperCase()})
      group by all
      order by account_id, first_time
      limit 200\`;
    display(timeline);`,
} as const;
