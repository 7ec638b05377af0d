import type { TreeChange, TreeElement, TreeEvent, TreeNode } from "../../../src/engine";

/** Real elements, out of sight, in the place of the sandbox: as a tree, with their changes, taking events. */
export function mirrored(element: Element, listens: readonly string[] = []) {
  const ids = new Map<Node, number>();
  const nodes = new Map<number, Node>();
  let last = 0;
  const out = document.createElement("div");
  out.style.cssText = "position: fixed; left: -9999px; top: 0; width: 900px";
  out.setAttribute("aria-hidden", "true");
  out.inert = true;
  out.append(element);
  document.body.append(out);

  const idOf = (node: Node): number => {
    const id = ids.get(node) ?? ++last;
    ids.set(node, id);
    nodes.set(id, node);
    return id;
  };
  const read = (node: Node): TreeNode | null => {
    if (node instanceof Text) return { id: idOf(node), text: node.data };
    if (!(node instanceof Element)) return null;
    const space = node instanceof SVGElement ? "svg" : node instanceof HTMLElement ? "html" : "math";
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    const children = [...node.childNodes].map(read).filter((child) => child !== null);
    const hears = node === element || node.localName === "svg" ? { listens } : {};
    return { id: idOf(node), space, tag: node.localName, attributes, ...hears, children };
  };
  const root = read(element) as TreeElement;
  return {
    root,
    /** All that changed since, as one replaced content. */
    changes(): TreeChange[] {
      const before = [...nodes.keys()].filter(
        (id) => nodes.get(id)?.parentNode === element || !element.contains(nodes.get(id)!),
      );
      const now = read(element) as TreeElement;
      return [
        ...before.map((node) => ({ change: "remove", node }) as const),
        ...now.children.map((node) => ({ change: "insert", parent: now.id, before: null, node }) as const),
      ];
    },
    dispatch(event: TreeEvent) {
      const node = nodes.get(event.node);
      if (!(node instanceof Element)) return;
      const svg =
        node instanceof SVGSVGElement ? node : node instanceof SVGElement ? node.ownerSVGElement : null;
      const at = svg && new DOMPoint(event.svgX, event.svgY).matrixTransform(svg.getScreenCTM()!);
      node.dispatchEvent(
        new PointerEvent(event.type, {
          clientX: at?.x,
          clientY: at?.y,
          pointerType: event.pointerType ?? "mouse",
          bubbles: !/enter|leave/.test(event.type),
        }),
      );
    },
  };
}
