import { affordableUses } from "../../kinds";

/** Takes the reference from each `<use>` that would cost too much. Done before the browser draws anything. */
export function keepAffordableUses(host: Element, uses: ReadonlySet<SVGUseElement>): void {
  const all = [...uses];
  const byId = new Map<string, Element>();
  for (const element of host.querySelectorAll("[id]"))
    if (!byId.has(element.id)) byId.set(element.id, element);
  const targets = all.map((use) => byId.get(use.getAttribute("href")?.slice(1) ?? "") ?? null);
  const kept = affordableUses(targets, {
    childrenOf: (node: Element) => node.children,
    isUse: (node) => node.localName === "use",
  });
  all.forEach((use, i) => kept[i] || use.removeAttribute("href"));
}
