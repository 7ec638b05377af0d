import { crossProduct } from "../../../src/analyses/cross-product";
import { apartOnly, crossProductOf, office } from "../../charts/fixtures/cross-product";
import { spoken, type Spoken } from "../texts/spoken-one";

const product = { product: "product" };
const nobody = { products: [], pairs: [], top: [], found: 0 };
const none = { products: 0, customers: 0, withTwo: 0, bothLeft: 0, rowsWithoutProduct: 0 };
const noRows = { total: 0, used: 0, excluded: [], duplicates: 0, customers: 0, withoutTime: 0 };

/** Every way this report can turn out. */
export const spokenCrossProduct: readonly Spoken[] = [
  spoken("products", crossProduct, office, product),
  spoken(
    "products of contracts",
    crossProduct,
    { ...office, mode: "contracts", total: { ...office.total, products: 9, rowsWithoutProduct: 1 } },
    { ...product, mode: "contracts", grace: 5, moment: "2024-07-01" },
  ),
  spoken(
    "products of logins",
    crossProduct,
    {
      ...crossProductOf({ A: [20, 60], B: [1, 60] }, [
        [0, 1, [1, 20], [30, 40], 0],
        [1, 0, [0, 1], [3, 40], 0],
      ]),
      days: { ...office.days!, firstDay: "2024-03-20" },
      rows: { ...office.rows, total: 900, used: 700, excluded: [{ why: "no-customer", rows: 200 }] },
      total: { ...office.total, rowsWithoutProduct: 100 },
    },
    { ...product, gap: 100, within: 1, before: 60 },
    { rule: { form: "listed", events: ["login"], minPerDay: 1, conditions: [], after: null } },
  ),
  spoken("products within chance", crossProduct, apartOnly, product),
  spoken(
    "products of few",
    crossProduct,
    { ...apartOnly, pairs: apartOnly.pairs.map((one) => ({ ...one, p: null, q: null })) },
    { ...product, fewest: 30 },
  ),
  spoken(
    "products that nobody left",
    crossProduct,
    crossProductOf({ A: [20, 60], B: [0, 60] }, [[0, 1, [0, 20], [0, 40], 0]]),
    product,
  ),
  spoken(
    "products that everybody left",
    crossProduct,
    crossProductOf({ A: [20, 60], B: [0, 60] }, [[0, 1, [20, 20], [40, 40], 0]]),
    product,
  ),
  spoken(
    "products not observed",
    crossProduct,
    { ...office, ...nobody, days: { ...office.days!, asOf: "2024-08-01" } },
    product,
  ),
  spoken(
    "products of a short log",
    crossProduct,
    { ...office, ...nobody, total: none, days: { ...office.days!, firstDay: "2024-05-01" } },
    product,
  ),
  spoken("products nobody had", crossProduct, { ...office, ...nobody, total: none }, product),
  spoken(
    "one product",
    crossProduct,
    { ...office, ...nobody, total: { ...none, products: 1, customers: 8 } },
    product,
  ),
  spoken(
    "one product each",
    crossProduct,
    { ...office, ...nobody, total: { ...none, products: 2, customers: 8 } },
    product,
  ),
  spoken(
    "products of no rows",
    crossProduct,
    { ...office, ...nobody, total: none, days: null, rows: noRows },
    product,
  ),
];
