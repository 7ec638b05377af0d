import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import { html, svg } from "htl";
import type { ShowMessage } from "../../protocol";
import { DomDocument } from "../dom";
import { plotFor } from "./figure";
import { markdownLiteral } from "./markdown";
import { Show } from "./show";

export { describe } from "./inspect";

/** What shows the values of cells, and what of their scope can be shown. `post` gets parts and changes as plain data. */
export function createShow(post: (message: ShowMessage) => void) {
  const document = new DomDocument();
  const show = new Show(document, post);
  const scope = {
    Plot: plotFor(document, Plot, () => show.width),
    d3,
    html,
    svg,
    md: markdownLiteral(document),
    document,
  };
  return Object.assign(show, { scope });
}

/** What the core of the runtime asks: nothing here sends, it posts. */
export type CellShow = ReturnType<typeof createShow>;
