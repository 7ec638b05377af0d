import fc from "fast-check";
import { expect, test } from "vitest";
import { blocked, downstream, link, plan, upstream, type GraphNode } from "../../../src/engine/graph";

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const some = fc.subarray(names);

/** Nodes that define what they like: duplicates, circles and missing names all occur. */
const anyNodes = fc
  .array(fc.record({ defines: fc.subarray(names, { maxLength: 2 }), reads: some }), { maxLength: 10 })
  .map((parts) => parts.map((part, i): GraphNode => ({ id: `n${i}`, label: `n${i}`, ...part })));

/** Each reads only names of nodes that stand before it in a hidden order; then shuffled. */
const withoutCircles = fc
  .array(fc.nat(), { maxLength: 12 })
  .map((seeds) =>
    seeds.map((seed, i): GraphNode => {
      const reads = seeds.map((_, j) => `x${j}`).filter((_, j) => j < i && (seed >> j) % 2 === 1);
      return { id: `n${i}`, label: `n${i}`, defines: [`x${i}`], reads };
    }),
  )
  .chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length }));

test("plan puts every input before its readers", () => {
  fc.assert(
    fc.property(withoutCircles, (nodes) => {
      const linked = link(nodes);
      expect(linked.errors).toEqual([]);
      const order = plan(
        linked,
        nodes.map(({ id }) => id),
      );
      for (const { id } of nodes) {
        for (const input of linked.inputs.get(id)!)
          expect(order.indexOf(input)).toBeLessThan(order.indexOf(id));
      }
    }),
  );
});

test("plan runs everything that is not in a circle exactly once", () => {
  fc.assert(
    fc.property(anyNodes, (nodes) => {
      const linked = link(nodes);
      const circular = linked.errors.flatMap((error) => (error.kind === "circle" ? error.nodes : []));
      const order = plan(
        linked,
        nodes.map(({ id }) => id),
      );
      const expected = nodes.filter((node) => !circular.includes(node)).map(({ id }) => id);
      expect(order.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test("circles hold exactly the nodes that are their own downstream, each once", () => {
  fc.assert(
    fc.property(anyNodes, (nodes) => {
      const linked = link(nodes);
      const circular = linked.errors.flatMap((error) => (error.kind === "circle" ? error.nodes : []));
      const own = nodes.filter(({ id }) => {
        const next = linked.outputs.get(id)!;
        return next.includes(id) || downstream(linked, next).includes(id);
      });
      expect(circular.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    }),
  );
});

test("plan of a change holds the change and what is downstream, nothing else", () => {
  fc.assert(
    fc.property(withoutCircles, fc.nat(), (nodes, pick) => {
      if (!nodes.length) return;
      const { id } = nodes[pick % nodes.length]!;
      const linked = link(nodes);
      expect(plan(linked, [id]).toSorted()).toEqual([id, ...downstream(linked, [id])].toSorted());
    }),
  );
});

test("plan gives the first order of the document among the right ones", () => {
  fc.assert(
    fc.property(withoutCircles, (nodes) => {
      const linked = link(nodes);
      const order = plan(
        linked,
        nodes.map(({ id }) => id),
      );
      const done = new Set<string>();
      for (const id of order) {
        const first = nodes.find(
          (node) => !done.has(node.id) && linked.inputs.get(node.id)!.every((i) => done.has(i)),
        );
        expect(id).toBe(first!.id);
        done.add(id);
      }
    }),
  );
});

test("upstream is downstream seen from the other end", () => {
  fc.assert(
    fc.property(anyNodes, (nodes) => {
      const linked = link(nodes);
      for (const a of nodes) {
        for (const id of downstream(linked, [a.id])) expect(upstream(linked, [id])).toContain(a.id);
      }
    }),
  );
});

test("what is blocked is in error itself or needs something that is", () => {
  fc.assert(
    fc.property(anyNodes, (nodes) => {
      const linked = link(nodes);
      const inError = linked.errors.flatMap((e) =>
        e.kind === "missing-name" ? [] : e.nodes.map(({ id }) => id),
      );
      const expected = new Set([...inError, ...downstream(linked, inError)]);
      expect([...blocked(linked).keys()].toSorted()).toEqual([...expected].toSorted());
    }),
  );
});

test("link and plan take ten thousand nodes", () => {
  const chain = Array.from({ length: 10_000 }, (_, i): GraphNode => {
    return { id: `n${i}`, label: "", defines: [`x${i}`], reads: i ? [`x${i - 1}`] : [] };
  });
  expect(plan(link(chain.toReversed()), ["n0"])).toHaveLength(10_000);
});
