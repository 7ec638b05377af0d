import { retentionDefinitions } from "../../../src/analyses/retention-definitions";
import { definitionsFound, definitionsResultOf } from "../../charts/fixtures/retention-definitions";
import { spoken, type Spoken } from "../texts/spoken-one";

const shifted = { zone: -3.5, from: "2024-02-01" };
const some = { atStart: 20, lost: 3, joined: 4, atEnd: 21, losses: 3, lossesOfStart: 3 };
const found = definitionsFound.month;

/** Every way in which this report can turn out. */
export const spokenDefinitions: readonly Spoken[] = [
  spoken("definitions", retentionDefinitions, definitionsFound, shifted),
  spoken("definitions from Sunday", retentionDefinitions, definitionsFound, shifted, { weekStart: "sunday" }),
  ...(["day", "month"] as const).map((grain) =>
    spoken(
      `definitions by ${grain}`,
      retentionDefinitions,
      definitionsResultOf(
        [
          ["ours", 2, 9],
          ["after", 4, 9],
          ["rolling", 3, 7],
          ["all", 2, 9],
          ["any", 2, 9],
          ["ranged", 0, 0],
          ["recurring", 5, 11],
        ],
        some,
        { grain, k: 3, month: found && { ...found, isCut: true } },
      ),
      { grain, k: 3, from: "2024-06-30" },
    ),
  ),
  spoken(
    "definitions that agree",
    retentionDefinitions,
    definitionsResultOf(
      [
        ["ours", 30, 60],
        ["rolling", 30, 60],
        ["simple", 2, 4],
      ],
      { ...some, losses: 3, atEnd: 20, joined: 0 },
    ),
  ),
  spoken(
    "definitions, month not over",
    retentionDefinitions,
    definitionsResultOf([["ours", 30, 60]], null, {
      month: found && { ...found, isComplete: false },
    }),
  ),
  spoken(
    "definitions, nobody at the start of the month",
    retentionDefinitions,
    definitionsResultOf([["ours", 30, 60]], { ...some, atStart: 0, lost: 0, atEnd: 4 }),
  ),
  spoken(
    "definitions, nothing over",
    retentionDefinitions,
    definitionsResultOf(
      [
        ["ours", 0, 0],
        ["rolling", 1, 2],
      ],
      null,
    ),
  ),
  spoken("definitions of nothing", retentionDefinitions, definitionsResultOf([], null, { asOf: null })),
];
