// What is planted in the example of the adoption score, in words, with the numbers that were counted.

export function scoreReadme(p) {
  const { behaviours: b, trueLevers: t } = p;
  return `# A made-up base of accounts

${p.accounts} accounts, one row each: what they did in their first 90 days, and whether they renewed after a year (${p.renewed} did).
Made by \`npm run examples\` with a fixed seed; nobody here is real. The numbers below were counted by the generator in plain
JavaScript, and tests compare them with what Ebb finds by SQL. The same numbers for programs: [planted.json](planted.json).

## What is planted

1. **Two true levers.** Who invites ${t.colleagues.cut} colleagues or more renews ${t.colleagues.points} points more often (${kept(b.colleagues)});
   who connects something, ${t.integrations.points} points more often (${kept(b.integrations)}).
2. **A double.** Templates come along with integrations and do nothing of their own (${kept(b.templates)}).
3. **A habit of everybody.** ${b.profile_filled.on} of ${p.accounts} filled in their profile; it makes no difference (${kept(b.profile_filled)}).
4. **Size in disguise.** Large accounts log in more often, and renew more often whatever they do.
5. **Turned round by aim.** Support calls those who seem about to go (${kept(b.support_calls)}); the calls themselves do no harm.
6. **Too rare to tell.** ${b.sso.on} accounts use single sign-on, and ${b.sso.onKept} of them renewed.
7. **A column that knows the answer.** \`events_month_11\` is counted when most who go have gone.

## The score in use

\`usage.csv\` and \`subscriptions.csv\` are of other accounts: what each did day by day over fifteen months, and what it paid. Whoever
invites by itself leaves ${p.use.leaves.invites} points a month less often, who connects ${p.use.leaves.connects}. From ${p.use.goalFrom} on inviting is a goal: four in five
of the others are told to invite, do it, and leave as often as before.

8. **A score that became a goal.** The mean score is ${mean(p.use.dates[0])} on ${p.use.dates[0].date} and ${mean(p.use.dates[1])} on ${p.use.dates[1].date}; of those
   scored ${share(p.use.quarters[1].stayed, p.use.quarters[1].customers)} and ${share(p.use.quarters[3].stayed, p.use.quarters[3].customers)} were still there 90 days later.
`;
}

function mean({ sum, customers }) {
  return (sum / customers).toFixed(1);
}

function kept({ on, onKept, off, offKept }) {
  return `${share(onKept, on)} with it, ${share(offKept, off)} without`;
}

function share(x, n) {
  return `${((100 * x) / n).toFixed(1)} %`;
}
