import { affordableUses } from "../../kinds";

/** Takes the reference from each `<use>` that would cost too much. Done before the browser draws anything. */
export function keepAffordableUses(host: Element, uses: ReadonlySet<SVGUseElement>): void {
  const all = [...uses];
  const targets = all.map((use) => targetOf(host, use));
  const kept = affordableUses(targets, {
    childrenOf: (node: Element) => node.children,
    isUse: (node) => node.localName === "use",
  });
  all.forEach((use, i) => kept[i] || use.removeAttribute("href"));
}

function targetOf(host: Element, use: SVGUseElement): Element | null {
  const id = use.getAttribute("href")?.slice(1);
  return id ? host.querySelector(`[id="${CSS.escape(id)}"]`) : null;
}
