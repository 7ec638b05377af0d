import leversNotebook from "../../../../examples/levers.ipynb?url";
import leversRuNotebook from "../../../../examples/levers.ru.ipynb?url";
import saasContracts from "../../../../examples/saas/contracts.csv?url";
import saasEvents from "../../../../examples/saas/events.csv?url";
import saasNotebook from "../../../../examples/saas.ipynb?url";
import saasRuNotebook from "../../../../examples/saas.ru.ipynb?url";
import shopOrders from "../../../../examples/shop/orders.csv?url";
import shopNotebook from "../../../../examples/shop.ipynb?url";
import shopRuNotebook from "../../../../examples/shop.ru.ipynb?url";
import type { Example } from "../../session";
import type { Locale } from "../texts";

const saas = [
  { table: "events", name: "events.csv", address: saasEvents },
  { table: "contracts", name: "contracts.csv", address: saasContracts },
];
const shop = [{ table: "orders", name: "orders.csv", address: shopOrders }];

/** The notebooks that come with Ebb, from its own address, told in the reader's language. */
export const examples: Readonly<Record<Locale, Readonly<Record<"saas" | "shop" | "levers", Example>>>> = {
  en: {
    saas: { name: "saas.ipynb", notebook: saasNotebook, files: saas },
    shop: { name: "shop.ipynb", notebook: shopNotebook, files: shop },
    levers: { name: "levers.ipynb", notebook: leversNotebook, files: saas },
  },
  ru: {
    saas: { name: "saas.ru.ipynb", notebook: saasRuNotebook, files: saas },
    shop: { name: "shop.ru.ipynb", notebook: shopRuNotebook, files: shop },
    levers: { name: "levers.ru.ipynb", notebook: leversRuNotebook, files: saas },
  },
};
