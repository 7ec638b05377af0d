import type { Card } from "../analysis";
import { productColumn } from "./guess-product";
import { crossProductParams } from "./params";

/** C07: does leaving one product go with leaving another? */
export const crossProductCard: Card<typeof crossProductParams> = {
  id: "cross-product",
  form: (texts) => texts.crossProduct.form,
  needs: ({ mode }) => (mode === "contracts" ? ["customer", "start", "end"] : ["customer", "time"]),
  guess: (data) => {
    const product = productColumn(data);
    return product === null ? {} : { product };
  },
  params: crossProductParams,
};
