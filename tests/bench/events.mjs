// The same questions of the same events: Ebb, native DuckDB and pandas are asked each in turn, round after round.
import { openPage } from "./in-browser.mjs";
import { openNative, openPandas } from "./in-process.mjs";

/** The line for each of these: so many times as long as native DuckDB with one thread. */
const wanted = 1.25;
const analyses = [
  { title: "attrition", id: "attrition", pandas: "attrition" },
  { title: "attrition over 24 months", id: "attrition-over-time", pandas: "over time", wanted },
  { title: "repeat purchase", id: "repeat-purchase", pandas: "second purchases", wanted },
  { title: "cohort matrix", id: "cohort-matrix", pandas: "cohorts", wanted },
];

/** Rows of {step, wanted, rounds}: a round is what each engine took, {ms, cpu} by its title. */
export async function measureEvents({ chromium, pageFolder, here, csv, rounds }) {
  const ebb = await openPage(chromium, pageFolder, csv);
  const one = await openNative(here, "1");
  const native = await openNative(here, "default");
  const pandas = await openPandas(here, csv);
  const others = [one, native, pandas].filter(Boolean);
  try {
    const steps = [];
    /** `work`: by engine what to do in a round, in the order in which they take turns. */
    const step = async (title, work, want) => {
      const taken = [];
      for (let round = 0; round < rounds; round++) {
        const found = {};
        for (const [engine, measure] of work) if (engine) found[engine.title] = await measure();
        taken.push(found);
      }
      steps.push({ title, wanted: want, rounds: taken });
    };
    const both = (statements) =>
      [one, native].map((engine) => [engine, () => engine.ask({ ask: statements })]);

    const byPandas = (question) => [pandas, () => pandas.ask({ question })];
    await step("load", [
      [ebb, () => ebb.load()],
      ...[one, native].map((engine) => [engine, () => engine.ask({ load: csv })]),
      byPandas("load"),
    ]);
    const weekly = "weekly distinct customers";
    await step(weekly, [
      [ebb, () => ebb.query(ebb.byHand[weekly])],
      ...both([ebb.byHand[weekly]]),
      byPandas("weekly"),
    ]);
    for (const { title, id, pandas: question, wanted: want } of analyses) {
      const { asked, sentence } = await ebb.analyse(id);
      const all = asked.map(({ text }) => text);
      await step(
        `${title}: the question, native by hand`,
        [[ebb, () => ebb.query(sentence)], ...both([ebb.byHand[title]]), byPandas(question)],
        want,
      );
      await step(
        `${title}: the question, in Ebb's words`,
        [[ebb, () => ebb.query(sentence)], ...both([sentence])],
        want,
      );
      await step(`${title}: with its ${all.length - 1} questions about the data`, [
        [ebb, () => ebb.analyse(id)],
        ...both(all),
      ]);
    }
    return { engines: [ebb, ...others].map(({ title, version }) => ({ title, version })), steps };
  } finally {
    for (const engine of others) engine.close();
    await ebb.close();
  }
}
