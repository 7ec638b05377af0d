// npm run examples: writes the example data and what is planted in it. The notebooks follow from tests/examples.test.ts.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeLogos } from "./generator/logos.mjs";
import { logosReadme } from "./generator/logos-readme.mjs";
import { saasReadme, shopReadme } from "./generator/readme.mjs";
import { makeSaas } from "./generator/saas.mjs";
import { scoreReadme } from "./generator/score-readme.mjs";
import { makeScore } from "./generator/score.mjs";
import { makeScoreUse } from "./generator/score-use.mjs";
import { makeShop } from "./generator/shop.mjs";

const folder = fileURLToPath(new URL("./", import.meta.url));

/** Every generated file: its path in this folder, and its text. */
export function generate() {
  const saas = makeSaas();
  const shop = makeShop();
  const logos = makeLogos();
  const score = makeScore();
  const use = makeScoreUse();
  return {
    "saas/events.csv": saas.eventsCsv,
    "saas/contracts.csv": saas.contractsCsv,
    "saas/planted.json": json(saas.planted),
    "saas/README.md": saasReadme(saas.planted),
    "shop/orders.csv": shop.ordersCsv,
    "shop/planted.json": json(shop.planted),
    "shop/README.md": shopReadme(shop.planted),
    "logos/contracts.csv": logos.contractsCsv,
    "logos/usage.csv": logos.usageCsv,
    "logos/spend.csv": logos.spendCsv,
    "logos/planted.json": json(logos.planted),
    "logos/README.md": logosReadme(logos.planted),
    "score/accounts.csv": score.accountsCsv,
    "score/usage.csv": use.usageCsv,
    "score/subscriptions.csv": use.subscriptionsCsv,
    "score/planted.json": json({ ...score.planted, use: use.planted }),
    "score/README.md": scoreReadme({ ...score.planted, use: use.planted }),
  };
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(generate())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(`examples/${path}  ${(text.length / 1024).toFixed(0)} kB`);
  }
}
