import type { ReportTable, ReportValue, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import type { Estimate, LoopResult, NpsOf } from "./result";
import type { Share } from "../share";
import { digits, estimateInterval, numberText } from "./words";

function estimateCells(language: Language) {
  const none: ReportValue = { text: language.texts.base.none, value: null };
  return {
    value: (one: Estimate | null, places: number): ReportValue =>
      one ? { text: numberText(one.value, places, language), value: one.value } : none,
    interval: (one: Estimate | null, places: number): ReportValue =>
      one?.interval ? { text: estimateInterval(one, places, language), value: one.interval } : none,
    percent: (one: Estimate | null): ReportValue =>
      one ? { text: language.format.percentColumn(one.value), value: one.value } : none,
    none,
  };
}

export function doorsTable({ doors }: LoopResult, language: Language): ReportTable | null {
  const { texts } = language;
  const { table, who } = texts.loop;
  const cell = cellsIn(language);
  const { none } = estimateCells(language);
  if (doors.length === 0) return null;
  const count = (n: number | undefined, told: Who) => (n === undefined ? none : cell.count(n, told));
  const share = (one: Share | null) => (one ? cell.share(one) : none);
  const interval = (one: Share | null) => (one ? cell.interval(one) : none);
  return {
    id: "doors",
    title: table.doors,
    columns: [
      left("month", table.month),
      right("came", table.came, "customers"),
      right("bought", table.bought, "customers"),
      right("entrance", table.entrance, "share"),
      right("entrance_interval", table.interval, "number"),
      right("there", table.there, "customers"),
      right("lost", table.lost, "customers"),
      right("leak", table.leak, "share"),
      right("leak_interval", table.interval, "number"),
    ],
    rows: doors.map(({ month, entrance, leak }) => {
      const named = texts.base.period(month, "month");
      return {
        month: { text: texts.base.periodShort(month, "month"), value: month },
        came: count(entrance?.n, { key: `door ${month} came`, label: who.came(named) }),
        bought: count(entrance?.x, { key: `door ${month} bought`, label: who.bought(named) }),
        entrance: share(entrance),
        entrance_interval: interval(entrance),
        there: count(leak?.n, { key: `exit ${month} there`, label: who.thereAt(named) }),
        lost: count(leak?.x, { key: `exit ${month} lost`, label: who.lost(named) }),
        leak: share(leak),
        leak_interval: interval(leak),
      };
    }),
  };
}

export function invitesTable({ invites, chosen }: LoopResult, language: Language): ReportTable | null {
  const { table, who } = language.texts.loop;
  const cell = cellsIn(language);
  const told = estimateCells(language);
  if (!invites) return null;
  const hasSent = chosen.stages.amplify.done.length > 0;
  const hasAccepted = chosen.accepted !== null;
  return {
    id: "invites",
    title: table.invites,
    columns: [
      right("day", table.day, "place"),
      right("customers", table.customers, "customers"),
      right("inviters", table.inviters, "customers"),
      right("inviters_share", table.invitersShare, "share"),
      right("sent", table.sent, "events"),
      right("each", table.each, "number"),
      right("successful", table.successful, "customers"),
      right("accepted", table.accepted, "events"),
      right("acceptance", table.acceptance, "number"),
      right("k", table.k, "number"),
      right("k_interval", table.interval, "number"),
    ],
    rows: invites.marks.map((mark) => ({
      day: cell.count(mark.day),
      customers: cell.count(invites.customers, {
        key: "invites all",
        label: who.invites(invites.marks.at(-1)!.day),
      }),
      inviters: hasSent
        ? cell.count(mark.inviters.x, { key: `invites ${mark.day} sent`, label: who.sent(mark.day) })
        : told.none,
      inviters_share: hasSent ? cell.share(mark.inviters) : told.none,
      sent: hasSent ? cell.count(mark.sent) : told.none,
      each: told.value(hasSent ? mark.perCustomer : null, digits.each),
      successful: hasAccepted
        ? cell.count(mark.successful, { key: `invites ${mark.day} accepted`, label: who.accepted(mark.day) })
        : told.none,
      accepted: hasAccepted ? cell.count(mark.accepted) : told.none,
      acceptance: told.percent(hasSent && hasAccepted ? mark.acceptance : null),
      k: told.value(hasAccepted ? mark.k : null, digits.each),
      k_interval: told.interval(hasAccepted ? mark.k : null, digits.each),
    })),
  };
}

type Kind = "answered" | "promoters" | "passives" | "detractors";

function npsCells(counts: NpsOf, key: string, when: string, language: Language) {
  const { kinds, who } = language.texts.loop;
  const cell = cellsIn(language);
  const told = estimateCells(language);
  const count = (kind: Kind, n: number) =>
    cell.count(n, { key: `nps ${key} ${kind}`, label: who.nps(when, kinds[kind]) });
  return {
    answered: count("answered", counts.promoters + counts.passives + counts.detractors),
    promoters: count("promoters", counts.promoters),
    passives: count("passives", counts.passives),
    detractors: count("detractors", counts.detractors),
    nps: told.value(counts.score, digits.score),
    interval: told.interval(counts.score, digits.score),
  };
}

function npsColumns(language: Language) {
  const { table } = language.texts.loop;
  return [
    right("answered", table.answered, "customers"),
    right("promoters", table.promoters, "customers"),
    right("passives", table.passives, "customers"),
    right("detractors", table.detractors, "customers"),
    right("nps", table.nps, "number"),
    right("interval", table.interval, "number"),
  ];
}

export function npsTables({ nps }: LoopResult, language: Language): ReportTable[] {
  if (!nps) return [];
  const { texts } = language;
  const { table, outcome, kinds, who } = texts.loop;
  const cell = cellsIn(language);
  const told = estimateCells(language);
  const blank = { answered: told.none, promoters: told.none, passives: told.none, detractors: told.none };
  return [
    {
      id: "nps",
      title: table.quarters,
      columns: [
        left("quarter", table.quarter),
        ...npsColumns(language),
        right("asked", table.asked, "customers"),
        right("responded", table.responded, "customers"),
        right("response", table.response, "share"),
        right("change", table.change, "number"),
        right("change_interval", table.interval, "number"),
        right("visible", table.visible, "number"),
      ],
      rows: nps.quarters.map(({ quarter, counts, response, change, visible }) => {
        const when = texts.base.period(quarter, "quarter");
        const asked = (n: number, kind: "asked" | "responded") =>
          cell.count(n, { key: `nps ${quarter} ${kind}`, label: who.nps(when, kinds[kind]) });
        return {
          quarter: { text: texts.base.periodShort(quarter, "quarter"), value: quarter },
          ...npsCells(counts, quarter, when, language),
          asked: response ? asked(response.n, "asked") : told.none,
          responded: response ? asked(response.x, "responded") : told.none,
          response: response ? cell.share(response) : told.none,
          change: told.value(change, digits.score),
          change_interval: told.interval(change, digits.score),
          visible: cell.number(visible, digits.score),
        };
      }),
      unfinished: nps.quarters.flatMap(({ isOpen }, i) => (isOpen ? [i] : [])),
    },
    {
      id: "outcomes",
      title: table.outcomes,
      columns: [left("who", table.answers), ...npsColumns(language)],
      rows: [
        ...(["stayed", "left"] as const).map((one) => ({
          who: { text: outcome[one], value: one },
          ...npsCells(nps[one], one, outcome[one], language),
        })),
        {
          who: { text: table.stayedLessLeft, value: "difference" },
          ...blank,
          nps: told.value(nps.difference, digits.score),
          interval: told.interval(nps.difference, digits.score),
        },
      ],
    },
  ];
}
