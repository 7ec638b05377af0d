/** A million rows of five columns: whole numbers, a share, one of few texts, a day and an amount. */
export const rows = `
  select i::integer as id, (hash(i) % 1000)::integer as value, (hash(i, 1) % 1000003) / 1000003.0::double as share,
    date '2024-01-01' + (i % 540)::integer as day, (hash(i, 2) % 100000)::double / 100 as amount
  from range(1000000) as numbers(i)`;

export const perBin = (below: number): string => `
  select (value // 10) * 10 as bin, count(*) as n, avg(amount) as mean
  from numbers where value < ${below} group by bin order by bin`;

/** A cell of a hundred lines, with what people write in them. */
export const hundredLines = [
  "interface Bin { readonly bin: number; readonly n: number; mean?: number | null }",
  "type Named<T extends object = Bin> = T & { name: string };",
  "enum Side { left, right }",
  "const limits = { low: 10, high: 90 } as const satisfies Record<string, number>;",
  ...Array.from({ length: 24 }, (_, i) => [
    `function bins${i}(rows: readonly Bin[], { low, high }: { low: number; high: number } = limits): Bin[] {`,
    `  const kept${i} = rows.filter((row): row is Bin => row.bin >= low && row.bin <= high && row.mean !== null);`,
    `  return kept${i}.map(({ bin, n, ...rest }) => ({ bin: bin * ${i}, n, ...rest, name: \`bin \${bin} of \${n}\` }));`,
    "}",
  ]).flat(),
].join("\n");
