import { unitEconomics } from "../../../src/analyses/unit-economics";
import type { UnitEconomicsResult } from "../../../src/analyses/unit-economics/result";
import {
  contractsGiven,
  economicsOfContracts,
  economicsOfInputs,
  economicsRequest,
} from "../../charts/fixtures/unit-economics";
import type { Spoken } from "../texts/spoken";

function spoken(name: string, result: UnitEconomicsResult, given: Readonly<Record<string, unknown>>): Spoken {
  return {
    name: `unit economics: ${name}`,
    analysis: unitEconomics,
    result,
    request: economicsRequest(given),
  };
}

const inputs = (name: string, given: Readonly<Record<string, unknown>>) =>
  spoken(name, economicsOfInputs(given), given);

const contracts = economicsOfContracts;

export const spokenUnitEconomics: readonly Spoken[] = [
  inputs("inputs", {}),
  inputs("measured", { measured: 400, costRatio: 5, budget: 50_000, basket: 80 }),
  inputs("loses", { measured: 4000, margin: 5 }),
  inputs("cannot tell", { measured: 40, cac: 420 }),
  inputs("of few", { measured: 20 }),
  inputs("nobody leaves", { attrition: 0, measured: 50 }),
  inputs("everybody leaves at once", { attrition: 1, cac: 0 }),
  inputs("the article's split", { costRatio: 5, budget: 1000, acquisitionShare: 0.8 }),
  spoken("contracts", contracts, contractsGiven),
  spoken("contracts, shorter than asked", contracts, {
    ...contractsGiven,
    horizon: 60,
    channel: "a",
    spendChannel: "b",
  }),
  spoken(
    "activity without cost",
    {
      ...contracts,
      mode: "activity",
      cac: null,
      profit: null,
      judgement: null,
      spent: null,
      refused: "currencies",
      scenarios: [],
      budget: null,
    },
    { ...contractsGiven, mode: "activity" },
  ),
  spoken(
    "nothing",
    {
      ...economicsOfInputs(),
      mode: "contracts",
      curve: [],
      ltv: null,
      profit: null,
      judgement: null,
      scenarios: [],
      customers: 0,
    },
    { mode: "contracts" },
  ),
];
