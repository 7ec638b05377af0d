import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amberLevers, expectedCoxSnell, gateOf } from "../../../src/analyses/levers/gate";
import { isShared, sharedJson } from "../../reference/shared-data";

const reference = "spec/reference/11_misc.json";

describe("Riley's criteria as pmsampsize has them", () => {
  test("24 parameters, 17.4 %, R² 0.288: 623, 662, 221", () => {
    // 662 customers at that share: 115 events.
    const gate = gateOf({ customers: 1000, lost: 174, parameters: 24, coxSnell: 0.288 });
    expect(gate.needed).toEqual({ shrinkage: 623, optimism: 662, risk: 221, customers: 662 });
    expect(gate).toMatchObject({ colour: "green", why: [], toAmber: null, toGreen: null, mostLevers: null });
  });

  test("a usual base: 6 levers, 30 %, R² 0.10: 510; 10 levers, 20 %, 0.05: 1,750", () => {
    expect(gateOf({ customers: 1000, lost: 300, parameters: 6, coxSnell: 0.1 }).needed?.customers).toBe(510);
    // Without a word the R² is 0.10 here: 15 % of the largest would be 0.106.
    expect(gateOf({ customers: 1000, lost: 300, parameters: 6, coxSnell: null }).needed?.customers).toBe(510);
    expect(gateOf({ customers: 1000, lost: 200, parameters: 10, coxSnell: 0.05 }).needed?.customers).toBe(
      1750,
    );
  });

  test.skipIf(!isShared(reference))("every case of the reference (pmsampsize)", () => {
    const { pmsampsize } = sharedJson<{ pmsampsize: readonly Case[] }>(reference);
    expect(pmsampsize.length).toBeGreaterThan(4);
    for (const { R2, P, prev, criteria, n } of pmsampsize) {
      const gate = gateOf({ customers: 1000, lost: prev * 1000, parameters: P, coxSnell: R2 });
      const [shrinkage, optimism, risk] = criteria;
      expect(gate.needed).toEqual({ shrinkage, optimism, risk, customers: n });
    }
  });
});

interface Case {
  readonly R2: number;
  readonly P: number;
  readonly prev: number;
  readonly criteria: readonly [number, number, number];
  readonly n: number;
}

describe("the ladder", () => {
  const at = (lost: number, customers = 10_000, parameters = 1) =>
    gateOf({ customers, lost, parameters, coxSnell: null });
  test.each([
    [0, "red"],
    [19, "red"],
    [20, "amber"],
    [99, "amber"],
  ] as const)("%i events: %s, however many customers there are", (lost, colour) => {
    expect(at(lost).colour).toBe(colour);
    expect(at(10_000 - lost).colour).toBe(colour);
  });

  test("100 events are green where the criteria are met, amber where they are not", () => {
    expect(at(100, 1000, 1)).toMatchObject({ colour: "green" });
    expect(at(100, 1000, 20)).toMatchObject({ colour: "amber", why: ["parameters"], mostLevers: null });
    expect(at(100, 1000, 20).bears).toBeLessThan(20);
  });

  test("amber for few events bears three levers", () => {
    expect(at(50, 200, 2)).toMatchObject({ colour: "amber", mostLevers: amberLevers });
    expect(at(5, 200, 2)).toMatchObject({ colour: "red", mostLevers: 0 });
  });

  test("the rarer outcome counts", () => {
    expect(at(9_990).rarer).toBe("stayed");
    expect(at(9_990)).toMatchObject({ events: 10, colour: "red" });
  });

  test("one outcome alone: nothing is reckoned and nothing promised", () => {
    for (const lost of [0, 500])
      expect(gateOf({ customers: 500, lost, parameters: 3, coxSnell: null })).toMatchObject({
        colour: "red",
        needed: null,
        coxSnell: null,
        bears: 0,
        toAmber: null,
        toGreen: null,
      });
  });

  test("an R² that no model can have is named", () => {
    expect(gateOf({ customers: 1000, lost: 150, parameters: 3, coxSnell: 0.9 })).toMatchObject({
      colour: "amber",
      why: ["cox-snell"],
      needed: null,
      toGreen: null,
    });
  });

  test("no counts, no verdict", () => {
    expect(() => gateOf({ customers: 3, lost: 4, parameters: 1, coxSnell: null })).toThrow(RangeError);
    expect(() => gateOf({ customers: 3, lost: 1.5, parameters: 1, coxSnell: null })).toThrow(RangeError);
  });
});

const base = fc
  .record({ customers: fc.integer({ min: 2, max: 5000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ customers, part }) => ({
    customers,
    lost: Math.max(1, Math.min(customers - 1, Math.round(customers * part))),
  }));

test("with what it says is missing, the light does change", () => {
  fc.assert(
    fc.property(base, fc.integer({ min: 1, max: 30 }), ({ customers, lost }, parameters) => {
      const gate = gateOf({ customers, lost, parameters, coxSnell: null });
      const grown = (more: { events: number; customers: number }) => {
        expect(more.customers).toBeGreaterThanOrEqual(more.events);
        const left = gate.rarer === "lost" ? more.events : more.customers - more.events;
        return gateOf({
          customers: customers + more.customers,
          lost: lost + left,
          parameters,
          coxSnell: null,
        });
      };
      if (gate.toAmber) expect(grown(gate.toAmber).events).toBeGreaterThanOrEqual(20);
      if (gate.colour !== "green") expect(gate.toGreen).not.toBeNull();
      if (gate.toGreen) expect(grown(gate.toGreen).colour).toBe("green");
    }),
  );
});

test("more candidates never turn it greener; what it bears is enough for itself", () => {
  const rank = { red: 0, amber: 1, green: 2 };
  fc.assert(
    fc.property(base, fc.integer({ min: 1, max: 30 }), ({ customers, lost }, parameters) => {
      const gate = gateOf({ customers, lost, parameters, coxSnell: null });
      const more = gateOf({ customers, lost, parameters: parameters + 1, coxSnell: null });
      expect(rank[more.colour]).toBeLessThanOrEqual(rank[gate.colour]);
      if (gate.bears >= parameters) expect(gate.why).not.toContain("parameters");
      else expect(gate.why).toContain("parameters");
    }),
  );
});

test("without knowledge: 15 % of the largest possible R², at most 0.10", () => {
  expect(expectedCoxSnell(0.5)).toBe(0.1);
  expect(expectedCoxSnell(0.02)).toBeLessThan(0.03);
});
