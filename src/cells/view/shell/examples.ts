import saasContracts from "../../../../examples/saas/contracts.csv?url";
import saasEvents from "../../../../examples/saas/events.csv?url";
import saasNotebook from "../../../../examples/saas.ipynb?url";
import shopOrders from "../../../../examples/shop/orders.csv?url";
import shopNotebook from "../../../../examples/shop.ipynb?url";
import type { Example } from "../../session";

/** The notebooks that come with Ebb, from its own address. */
export const examples = {
  saas: {
    name: "saas.ipynb",
    notebook: saasNotebook,
    files: [
      { table: "events", name: "events.csv", address: saasEvents },
      { table: "contracts", name: "contracts.csv", address: saasContracts },
    ],
  },
  shop: {
    name: "shop.ipynb",
    notebook: shopNotebook,
    files: [{ table: "orders", name: "orders.csv", address: shopOrders }],
  },
} satisfies Record<string, Example>;
