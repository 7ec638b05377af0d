// The long arithmetic, in Chromium, and the same by numpy in turn with it.
import { chromium as playwright } from "playwright-core";
import { quietly } from "../tools/chromium.mjs";
import { processorTimeOf } from "./in-browser.mjs";
import { openNumpy } from "./in-process.mjs";
import { serve } from "../tools/serve.mjs";

/** `wanted`: milliseconds on a quiet machine of two cores. `other`: what numpy does of it. */
const asked = [
  {
    step: "logistic estimates",
    title: "logistic regression, 1M customers x 12 levers",
    other: "numpy, IRLS of the same groups",
    wanted: 1000,
  },
  { step: "logistic with profiles", title: "the same with tests and profile intervals", wanted: 1000 },
  { step: "firth", title: "Firth, 5,000 x 12 measures, profile intervals", wanted: 1000 },
  {
    step: "shapley, switches",
    title: "Shapley of 12 levers, 1M customers",
    other: "numpy, a 32nd of the models x 32",
    wanted: 2000,
  },
  {
    step: "shapley, measures",
    title: "Shapley of 12 measures, 5,000 customers",
    other: "numpy, a 32nd of the models x 32",
    wanted: 2000,
  },
  { step: "permutations", title: "2,000 permutations, 20,000 x 12 x 10 lines", other: "numpy", wanted: 5000 },
  { step: "bootstrap", title: "2,000 resamples of 100,000 accounts, worker", other: "numpy", wanted: 1000 },
];

export async function measureArithmetic({ chromium, pageFolder, here, rounds }) {
  const { url, close } = await serve(pageFolder);
  const browser = await playwright.launch({ executablePath: chromium, args: quietly });
  const numpy = await openNumpy(here);
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`  page: ${error.message}`));
    await page.goto(new URL("arithmetic.html", url).href);
    await page.waitForFunction(() => "arithmetic" in window);
    const processor = await processorTimeOf(browser);
    const run = async (step) => {
      const began = await processor();
      const found = await page.evaluate((title) => window.arithmetic.run(title), step);
      return { ...found, cpu: (await processor()) - began };
    };
    const steps = [];
    for (const { step, title, other, wanted } of asked) {
      const taken = [];
      const isCompared = Boolean(other && numpy);
      if (isCompared) {
        const data = await page.evaluate((one) => window.arithmetic.data(one), step);
        await numpy.ask({ step, data });
      }
      for (let round = 0; round < rounds; round++) {
        const ours = await run(step);
        taken.push({ Ebb: ours, other: isCompared ? await numpy.ask({ step }) : null });
      }
      steps.push({ title, other: isCompared ? other : null, wanted, rounds: taken });
    }
    return steps;
  } finally {
    numpy?.close();
    await browser.close();
    await close();
  }
}
