import leversNotebook from "../../../../examples/levers.ipynb?url";
import leversRuNotebook from "../../../../examples/levers.ru.ipynb?url";
import logosContracts from "../../../../examples/logos/contracts.csv?url";
import logosNotebook from "../../../../examples/logos.ipynb?url";
import logosRuNotebook from "../../../../examples/logos.ru.ipynb?url";
import logosSpend from "../../../../examples/logos/spend.csv?url";
import logosUsage from "../../../../examples/logos/usage.csv?url";
import saasContracts from "../../../../examples/saas/contracts.csv?url";
import saasEvents from "../../../../examples/saas/events.csv?url";
import saasNotebook from "../../../../examples/saas.ipynb?url";
import saasRuNotebook from "../../../../examples/saas.ru.ipynb?url";
import scoreAccounts from "../../../../examples/score/accounts.csv?url";
import scoreSubscriptions from "../../../../examples/score/subscriptions.csv?url";
import scoreUsage from "../../../../examples/score/usage.csv?url";
import scoreNotebook from "../../../../examples/score.ipynb?url";
import scoreRuNotebook from "../../../../examples/score.ru.ipynb?url";
import shopOrders from "../../../../examples/shop/orders.csv?url";
import shopNotebook from "../../../../examples/shop.ipynb?url";
import shopRuNotebook from "../../../../examples/shop.ru.ipynb?url";
import type { Example } from "../../session";
import type { Locale } from "../texts";

const saas = [
  { table: "events", name: "events.csv", address: saasEvents },
  { table: "contracts", name: "contracts.csv", address: saasContracts },
];
const logos = [
  { table: "contracts", name: "contracts.csv", address: logosContracts },
  { table: "usage", name: "usage.csv", address: logosUsage },
  { table: "spend", name: "spend.csv", address: logosSpend },
];
const score = [
  { table: "accounts", name: "accounts.csv", address: scoreAccounts },
  { table: "usage", name: "usage.csv", address: scoreUsage },
  { table: "subscriptions", name: "subscriptions.csv", address: scoreSubscriptions },
];
const shop = [{ table: "orders", name: "orders.csv", address: shopOrders }];

/** The notebooks that come with Ebb, from its own address, told in the reader's language. */
export const examples: Readonly<
  Record<Locale, Readonly<Record<"saas" | "shop" | "logos" | "score" | "levers", Example>>>
> = {
  en: {
    saas: { name: "saas.ipynb", notebook: saasNotebook, files: saas },
    shop: { name: "shop.ipynb", notebook: shopNotebook, files: shop },
    logos: { name: "logos.ipynb", notebook: logosNotebook, files: logos },
    score: { name: "score.ipynb", notebook: scoreNotebook, files: score },
    levers: { name: "levers.ipynb", notebook: leversNotebook, files: saas },
  },
  ru: {
    saas: { name: "saas.ru.ipynb", notebook: saasRuNotebook, files: saas },
    shop: { name: "shop.ru.ipynb", notebook: shopRuNotebook, files: shop },
    logos: { name: "logos.ru.ipynb", notebook: logosRuNotebook, files: logos },
    score: { name: "score.ru.ipynb", notebook: scoreRuNotebook, files: score },
    levers: { name: "levers.ru.ipynb", notebook: leversRuNotebook, files: saas },
  },
};
