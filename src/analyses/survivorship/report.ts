import { shareFinding } from "../findings";
import type { Finding, Report } from "../report";
import { rowTable } from "../row-caveats";
import { statusTable } from "../segments/tables";
import { definitionOf } from "../sentence";
import type { Language } from "../texts";
import type { SurvivorshipRequest } from "./behaviours";
import { survivorshipCaveats } from "./caveats";
import { groupsFigure } from "./figure";
import { methodOf } from "./method";
import { nameOf } from "./names";
import { survivorshipParams } from "./params";
import { classes, type SurvivorshipResult, type TimeResult } from "./result";
import { coverageTable, groupTable, retentionTable, timeTable, unknownTable } from "./tables";
import { survivorshipVerdict } from "./verdict";

export function reportSurvivorship(
  result: SurvivorshipResult,
  request: SurvivorshipRequest,
  language: Language,
): Report {
  const { texts, format } = language;
  const caveats = survivorshipCaveats(result, request, language);
  const flips = caveats.some(({ level }) => level === "flips");
  const shown = hasFigure(result);
  const hasTimes = result.behaviours.some(({ time }) => time);
  const hasUnknown = result.behaviours.some(({ unknown }) => unknown.current.x + unknown.lost.x > 0);
  return {
    verdict: survivorshipVerdict(result, request, flips, language),
    findings: shown ? findingsOf(result, language) : [],
    caveats,
    figures: shown ? [groupsFigure(result, request, language)] : [],
    tables: [
      ...(shown ? [groupTable(result, language), retentionTable(result, language)] : []),
      ...(shown && hasTimes ? [timeTable(result, language)] : []),
      ...(shown && hasUnknown ? [unknownTable(result, language)] : []),
      ...(result.customers > 0 ? [coverageTable(result, language)] : []),
      ...(result.status ? [statusTable(result.status, language)] : []),
      ...(result.rows ? [rowTable(result.rows, language)] : []),
    ],
    definition: definitionOf(
      { form: (all) => all.survivorship.form, params: survivorshipParams },
      request.params,
      language,
      {
        rule: texts.base.rule(request.data.rule),
        ...(result.asOf && { asOf: format.day(result.asOf) }),
        ...leversIn(result, request, language),
      },
    ),
    method: methodOf(result, request, language),
  };
}

/** The behaviours that were compared, also where a log said itself which there are. */
function leversIn(
  { behaviours }: SurvivorshipResult,
  { params }: SurvivorshipRequest,
  language: Language,
): Readonly<Record<string, string>> {
  const { texts, format } = language;
  const names = behaviours
    .filter(({ form }) => form === "lever")
    .map((one) => nameOf(one, language))
    .sort();
  if (names.length) return { levers: format.list(names) };
  return params.mode === "columns" && params.levers.length === 0
    ? { levers: texts.survivorship.noLevers }
    : {};
}

/** Without somebody on each side there is nothing to hold against each other. */
export function hasFigure({ behaviours, best, lost }: SurvivorshipResult): boolean {
  return behaviours.length > 0 && best.customers > 0 && lost > 0;
}

function findingsOf(result: SurvivorshipResult, language: Language): Finding[] {
  const { texts, format } = language;
  const { finding } = texts.survivorship;
  const counts = classes.flatMap((one): Finding[] => {
    const n = result.behaviours.filter((found) => found.class === one).length;
    return n === 0
      ? []
      : [
          {
            id: one,
            label: finding.classes(texts.survivorship.classes[one]),
            value: n,
            text: format.count(n),
            n: result.behaviours.length,
            interval: null,
            noInterval: texts.base.noInterval.count,
          },
        ];
  });
  const useless = result.behaviours
    .filter((one) => one.class === "common but useless")
    .map((one) => {
      const name = nameOf(one, language);
      return shareFinding(`lost-${name}`, finding.lostWith(name), one.lost, [], language);
    });
  const times = result.behaviours.flatMap((one) => {
    const { time } = one;
    if (!time?.isArtefact) return [];
    const name = nameOf(one, language);
    return [
      ...hazardFinding(`naive-${name}`, finding.naive(name), time.naive, time.customers, language),
      ...hazardFinding(`in-time-${name}`, finding.inTime(name), time.inTime, time.customers, language),
    ];
  });
  return [...counts, ...useless, ...times];
}

function hazardFinding(
  id: string,
  label: string,
  found: TimeResult["naive"],
  n: number,
  { texts, format }: Language,
): Finding[] {
  if (!found) return [];
  const [low, high] = found.interval;
  return [
    {
      id,
      label,
      value: found.ratio,
      text: format.number(found.ratio, 2),
      n,
      interval: found.interval,
      intervalText: texts.base.interval(format.number(low, 2), format.number(high, 2)),
    },
  ];
}
