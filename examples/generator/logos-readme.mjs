// What is planted in the B2B example, in words, with the numbers that were counted.

export function logosReadme(p) {
  const { whale } = p;
  return `# A made-up B2B product

${p.accounts} companies, ${p.contracts} yearly contracts, ${p.usage} rows of use, from 2023-01-01 to ${p.lastDay}. Made by
\`npm run examples\` with a fixed seed; nobody here is real. The numbers below were counted by the generator in plain
JavaScript, and tests compare them with what Ebb finds by SQL. The same numbers for programs: [planted.json](planted.json).

- \`contracts.csv\`: one row a contract, \`end\` is its last paid day, \`mrr\` in one currency. \`good_fit\` was written
  down when they signed. \`notice\`, \`last_review\`, \`last_contact\` and \`reason\` stand on a company's last contract.
- \`usage.csv\`: which user of which company did what on which day.
- \`spend.csv\`: what each channel cost in a month.

## What is planted

1. **One large company leaves.** In ${whale.month}, ${whale.lost} of ${whale.start} companies left (${share(whale.lost, whale.start)}), and with
   them ${share(whale.mrrLost, whale.mrrStart)} of the revenue.
2. **The users leave first.** ${p.left} companies left; at ${p.woundDown} of them most users had stopped three to four months before.
3. **Some were never a fit.** Of those who left, ${p.leftUnfit} had been written down as no fit when they signed.
4. **Most talk, some do not.** ${p.withReason} of ${p.left} gave a reason; the most frequent is “${most(p.reasons)}”.
5. **Surveys go with staying**, and so does size: large companies send more surveys and stay longer whatever they do.
`;
}

function share(x, n) {
  return `${((100 * x) / n).toFixed(1)} %`;
}

function most(reasons) {
  return Object.entries(reasons).sort(([, a], [, b]) => b - a)[0][0];
}
