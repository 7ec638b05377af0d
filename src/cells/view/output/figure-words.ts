import type { FigureFacts } from "../../../engine";
import type { Texts } from "../texts";

type Words = Texts["figureWords"];
type Kind = keyof Words["kinds"];
type Axis = FigureFacts["axes"][number];

/** Marks that only help to read the others. */
const decoration = /^(?:axis|[xy]-axis|f[xy]-axis|grid|[xy]-grid|f[xy]-grid|frame|tip|crosshair|legend)/;
const asIs: Readonly<Record<string, Kind>> = {
  circle: "dot",
  hexgrid: "other",
  delaunay: "link",
  rectangle: "rect",
};
const mostNamed = 8;

/** A chart in one or two sentences, for whoever cannot see it: what is drawn, how much of it, along which axes, from where to where. */
export function figureWords(facts: FigureFacts, words: Words, region: string): string {
  const title = [facts.title, facts.subtitle].filter(Boolean).join(". ");
  const said =
    facts.description || [chartOf(facts, words, region), ...axesOf(facts, words, region)].join("; ");
  return [title, said].filter(Boolean).map(sentence).join(" ");
}

function chartOf({ marks }: FigureFacts, words: Words, region: string): string {
  const counts = new Map<Kind, number>();
  for (const { kind, count } of marks) {
    if (decoration.test(kind.toLowerCase())) continue;
    const known = kindOf(kind, words);
    counts.set(known, Math.max(counts.get(known) ?? 0, count));
  }
  // Rules and texts are mostly there beside something else.
  const drawn = [...counts].filter(([, count]) => count > 0);
  const [main = drawn[0], ...others] = [...drawn].sort(([a], [b]) => Number(isAside(a)) - Number(isAside(b)));
  if (!main) return words.chart(words.kinds.other.name, null);
  const of = (kind: Kind, count: number) => words.kinds[kind].of(count);
  const list = new Intl.ListFormat(region).format(others.map(([kind, count]) => of(kind, count)));
  const chart = words.chart(words.kinds[main[0]].name, of(...main));
  return list ? words.also(chart, list) : chart;
}

function isAside(kind: Kind): boolean {
  return kind === "rule" || kind === "text" || kind === "other";
}

/** Plot names marks "barY", "tickX", "lineY"; the direction is told by the axes. */
function kindOf(kind: string, words: Words): Kind {
  const plain = kind.toLowerCase().replace(/[-\s]*[xy]$/, "");
  const found = Object.keys(words.kinds).find((one) => one === plain);
  return (found as Kind | undefined) ?? asIs[plain] ?? "other";
}

function axesOf({ axes }: FigureFacts, words: Words, region: string): string[] {
  return axes
    .filter(({ domain }) => domain.length > 0)
    .map((axis) => {
      const what = words.named(words.axis[axis.scale], plainLabel(axis.label));
      return words.spread(
        what,
        axis.isOrdinal ? categories(axis, words, region) : extent(axis, words, region),
      );
    });
}

/** Plot puts arrows into labels. */
function plainLabel(label: string): string {
  return label.replace(/[←→↑↓]/g, "").trim();
}

function extent({ domain }: Axis, words: Words, region: string): string {
  const [from, to] = [domain[0]!, domain.at(-1)!];
  const [first, last] = [dateOf(from), dateOf(to)];
  if (first && last) {
    const format = dateFormat([first, last], region);
    return words.period(format(first), format(last));
  }
  const isNumbers = typeof from === "number" && typeof to === "number";
  return (isNumbers ? words.range : words.period)(valueText(from, region), valueText(to, region));
}

function categories({ domain }: Axis, words: Words, region: string): string {
  const dates = domain.map(dateOf);
  const format = dates.every((date) => date !== null)
    ? dateFormat(
        dates.map((date) => date!),
        region,
      )
    : null;
  const named = domain
    .slice(0, mostNamed)
    .map((value, i) => (format ? format(dates[i]!) : valueText(value, region)))
    .join(", ");
  return domain.length > mostNamed ? words.andMore(named) : named;
}

function valueText(value: string | number, region: string): string {
  if (typeof value === "string") return value;
  return new Intl.NumberFormat(region, { maximumSignificantDigits: 5 }).format(value);
}

function dateOf(value: string | number): Date | null {
  if (typeof value !== "string" || !/^[-+]?\d{4,6}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.test(value)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** As coarse as all of the dates allow: months, days, moments. */
function dateFormat(dates: readonly Date[], region: string): (date: Date) => string {
  const all = (isWhole: (date: Date) => boolean) => dates.every(isWhole);
  const isDay = all((date) => date.getTime() % 86_400_000 === 0);
  const isMonth = isDay && all((date) => date.getUTCDate() === 1);
  const format = new Intl.DateTimeFormat(region, {
    timeZone: "UTC",
    ...(isMonth
      ? { month: "long", year: "numeric" }
      : isDay
        ? { dateStyle: "long" }
        : { dateStyle: "long", timeStyle: "short" }),
  });
  return (date) => format.format(date);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
