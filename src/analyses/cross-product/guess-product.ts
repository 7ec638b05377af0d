import type { DataSet } from "../analysis";
import { crossProductParams } from "./params";

/** A column whose name says that it holds products; nothing else in a table tells products from plans or pages. */
export function productColumn({ columns }: DataSet): string | null {
  const kinds: readonly string[] = crossProductParams.product.kinds;
  return columns.find(({ name, kind }) => kinds.includes(kind) && said.test(name))?.name ?? null;
}

const said =
  /^(product|module|service|app|продукт|модул|сервис|услуг)(s|ь|и|ы|а)?([_ -]?(name|title|название))?$/iu;
