import { moneyText } from "../money";
import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { keyOfTheme } from "./customers";
import { themeName } from "./names";
import type { ExitResult } from "./result";
import type { ExitRequest } from "./source";

/** One row a theme, with the columns of `asSql`. */
export function themesTable(result: ExitResult, language: Language): ReportTable {
  const { table: told, who } = language.texts.exitThemes;
  const cell = cellsIn(language);
  const { money } = result;
  return {
    id: "themes",
    title: told.title,
    columns: [
      left("theme", told.theme),
      right("logos", told.logos, "customers"),
      right("interviewed", told.interviewed, "customers"),
      right("share", told.share, "share"),
      right("interval", told.interval, "number"),
      right("lost", told.lost, "customers"),
      right("least", told.least, "share"),
      right("most", told.most, "share"),
      ...(money ? [right("mrr", told.mrr, "money")] : []),
    ],
    rows: result.themes.map(({ theme, said, share, least, most, mrr }) => {
      const name = themeName(theme, said, language);
      return {
        theme: { text: name, value: theme },
        logos: cell.count(share.x, { key: keyOfTheme(theme), label: who.theme(name) }),
        interviewed: cell.count(share.n),
        share: cell.share(share),
        interval: cell.interval(share),
        lost: cell.count(result.coverage.n),
        least: cell.share({ rate: least }),
        most: cell.share({ rate: most }),
        ...(money && { mrr: amount(mrr, result, language) }),
      };
    }),
  };
}

export function coverageTable(result: ExitResult, { params }: ExitRequest, language: Language): ReportTable {
  const { coverage: told, who } = language.texts.exitThemes;
  const cell = cellsIn(language);
  const { coverage, silent, money } = result;
  type Group = "lost" | "interviewed" | "unheard" | "silent";
  const row = (group: Group, label: string, n: number, mrr: number | null) => ({
    what: { text: label, value: group },
    n: cell.count(n, { key: group, label: who[group] }),
    share: cell.share({ rate: coverage.n > 0 ? n / coverage.n : null }),
    ...(money && { mrr: amount(mrr, result, language) }),
  });
  return {
    id: "coverage",
    title: told.title,
    columns: [
      left("what", told.what),
      right("n", told.n, "customers-nested"),
      right("share", told.share, "share"),
      ...(money ? [right("mrr", told.mrr, "money")] : []),
    ],
    rows: [
      row("lost", told.lost, coverage.n, money && money.lost),
      row("interviewed", told.interviewed, coverage.x, money && money.interviewed),
      row("unheard", told.unheard, coverage.n - coverage.x, money && money.lost - money.interviewed),
      ...(silent ? [row("silent", told.silent(params.contactDays), silent.x, null)] : []),
    ],
  };
}

export function pairsTable({ pairs }: ExitResult, language: Language): ReportTable {
  const { pairs: told } = language.texts.exitThemes;
  const cell = cellsIn(language);
  return {
    id: "pairs",
    title: told.title,
    columns: [
      left("first", told.first),
      left("second", told.second),
      right("logos", told.logos, "customers"),
    ],
    rows: pairs.map(({ first, second, firstSaid, secondSaid, logos }) => ({
      first: { text: themeName(first, firstSaid, language), value: first },
      second: { text: themeName(second, secondSaid, language), value: second },
      logos: cell.count(logos),
    })),
  };
}

export function agreementTable(
  { coded, themes }: NonNullable<ExitResult["agreement"]>,
  language: Language,
): ReportTable {
  const { agreement: told } = language.texts.exitThemes;
  const cell = cellsIn(language);
  const { format, texts } = language;
  return {
    id: "agreement",
    title: told.title(coded),
    columns: [
      left("theme", told.theme),
      right("both", told.both, "customers"),
      right("first", told.first, "customers"),
      right("second", told.second, "customers"),
      right("kappa", told.kappa, "number"),
      right("interval", told.interval, "number"),
    ],
    rows: themes.map((one) => ({
      theme: { text: themeName(one.theme, one.said, language), value: one.theme },
      both: cell.count(one.both),
      first: cell.count(one.firstOnly),
      second: cell.count(one.secondOnly),
      kappa: { text: one.kappa === null ? told.none : minus(format.number(one.kappa, 2)), value: one.kappa },
      interval: {
        text: one.interval
          ? texts.base.interval(
              minus(format.number(one.interval[0], 2)),
              minus(format.number(one.interval[1], 2)),
            )
          : told.none,
        value: one.interval,
      },
    })),
  };
}

export function saturationTable({ saturation }: ExitResult, language: Language): ReportTable {
  const { saturationTable: told } = language.texts.exitThemes;
  const cell = cellsIn(language);
  return {
    id: "saturation",
    title: told.title,
    columns: [right("interviews", told.interviews, "place"), right("themes", told.themes, "number")],
    rows: saturation.map(({ interviews, themes }) => ({
      interviews: cell.count(interviews),
      themes: cell.number(themes, 1),
    })),
  };
}

function amount(value: number | null, { currencies }: ExitResult, language: Language): ReportValue {
  return { text: value === null ? "" : moneyText(value, currencies[0] ?? null, language), value };
}

function minus(text: string): string {
  return text.replace("-", "−");
}
