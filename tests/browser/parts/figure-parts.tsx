import { Plot } from "../../../src/analyses/plot";
import { chartColour, loadAnalysis, type Figure, type ReportTable } from "../../../src/analyses";
import { PlotFigure, ReportTableView } from "../../../src/cells/view/figure";

// What draws figures comes with the first analysis.
await loadAnalysis("attrition-calculator");

const months = Array.from({ length: 14 }, (_, i) => ({
  month: new Date(Date.UTC(2024, i, 1)),
  share: 0.06 + 0.03 * Math.sin(i / 2),
}));

const figure: Figure = {
  id: "attrition-over-time",
  title: "Share of customers lost in each month",
  caption:
    "Line: share of the customers present when the month opens who did nothing in it. Band: 95% interval (Wilson). The last month is still in progress and is not drawn.",
  alternative: "The share lost moves between 3% and 9% over fourteen months.",
  table: "months",
  plot: (width) => ({
    width,
    height: 320,
    marginLeft: 52,
    style: { background: "none", color: "currentColor", fontSize: "12px", overflow: "visible" },
    x: { label: null, type: "utc" },
    y: { label: "share lost", percent: true, grid: true, zero: true },
    marks: [
      Plot.areaY(months, {
        x: "month",
        y1: (d: (typeof months)[number]) => d.share - 0.012,
        y2: (d: (typeof months)[number]) => d.share + 0.012,
        fill: chartColour.band,
        fillOpacity: 0.2,
      }),
      Plot.lineY(months, { x: "month", y: "share", stroke: chartColour.first, strokeWidth: 2 }),
      Plot.dot(months, { x: "month", y: "share", fill: chartColour.first, tip: true }),
      Plot.ruleY([0], { stroke: "currentColor" }),
    ],
  }),
};

const table: ReportTable = {
  id: "months",
  title: "Customers lost by month",
  columns: [
    { key: "month", label: "Month", align: "left" },
    { key: "present", label: "Present when it opens", align: "right" },
    { key: "lost", label: "Lost", align: "right" },
    { key: "share", label: "Share lost", align: "right" },
    { key: "interval", label: "95% interval", align: "right" },
  ],
  rows: months.map(({ month, share }, i) => ({
    month: { text: month.toISOString().slice(0, 7), value: month },
    present: { text: String(1000 + i), value: 1000 + i },
    lost: { text: String(Math.round(share * 1000)), value: Math.round(share * 1000) },
    share: { text: `${(share * 100).toFixed(1)}%`, value: share },
    interval: { text: `${(share * 100 - 1.2).toFixed(1)}–${(share * 100 + 1.2).toFixed(1)}%`, value: null },
  })),
  unfinished: [12, 13],
};

const broken: Figure = {
  ...figure,
  id: "broken",
  title: "A figure that cannot be drawn",
  plot: () => {
    throw new Error("no values");
  },
};

const labels = {
  showData: "Show data",
  hideData: "Hide data",
  saveSvg: "SVG",
  savePng: "PNG",
  drawFailed: (message: string) => `The figure could not be drawn: ${message}`,
  walkMarks: "Arrow keys go from mark to mark, Enter lists the customers.",
  table: {
    showAll: (rows: number) => `Show all ${rows} rows`,
    showFirst: (rows: number) => `Show the first ${rows} rows only`,
    unfinished: "not finished",
    noRows: "No rows.",
  },
};

export function FigureParts() {
  return (
    <>
      <PlotFigure figure={figure} table={table} labels={labels} />
      <PlotFigure figure={broken} table={null} labels={labels} />
      <ReportTableView table={{ ...table, rows: [], title: "A table without rows" }} labels={labels.table} />
    </>
  );
}
