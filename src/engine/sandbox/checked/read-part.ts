import type { Column, ColumnKind } from "../../data/table";
import { limits } from "../limits";
import { cutReasons, type FigureFacts, type OutputPart } from "../output";
import { readInspected } from "./read-inspected";
import { readTree } from "./read-tree";
import { type Allowance, list, object, oneOf, Refusal, text, whole, yesOrNo } from "./reading";

const columnKinds =
  "boolean integer number decimal text date timestamp time interval list struct map binary other".split(
    " ",
  ) as ColumnKind[];

export function readPart(raw: unknown, allowance: Allowance): OutputPart {
  const given = object(raw, "part");
  const part = whole(given.part, "number of a part", -1);
  const kind = given.kind;
  switch (kind) {
    case "tree": {
      const figure = given.figure === null ? null : readFigure(given.figure, allowance);
      return { kind, part, root: readTree(given.root, allowance), figure };
    }
    case "table":
      return {
        kind,
        part,
        columns: readColumns(given.columns, allowance),
        rowCount: whole(given.rowCount, "rowCount"),
        first: list(given.first, "first rows", allowance).map((row) =>
          list(row, "first rows", allowance).map((value) =>
            value === null ? null : text(value, "first rows", allowance),
          ),
        ),
      };
    case "value": {
      const value = readInspected(given.value, allowance);
      return { kind, part, value, isRows: yesOrNo(given.isRows, "isRows") };
    }
    case "console": {
      const level = oneOf(given.level, ["log", "info", "warn", "error"], "level");
      const values = list(given.values, "values", allowance).map((value) => readInspected(value, allowance));
      const cut = given.cut === undefined ? {} : { cut: oneOf(given.cut, cutReasons, "cut") };
      return { kind, part, level, values, ...cut };
    }
    default:
      throw new Refusal("unreadable", "kind of a part");
  }
}

function readColumns(raw: unknown, allowance: Allowance): Column[] {
  const columns = list(raw, "columns", allowance);
  if (columns.length > limits.names) throw new Refusal("unreadable", "columns");
  return columns.map((column) => {
    const { name, type, kind } = object(column, "column");
    return {
      name: text(name, "name of a column", allowance),
      type: text(type, "type of a column", allowance),
      kind: oneOf(kind, columnKinds, "kind of a column"),
    };
  });
}

function readFigure(raw: unknown, allowance: Allowance): FigureFacts {
  const given = object(raw, "figure");
  const said = (name: string) => text(given[name], name, allowance);
  return {
    title: said("title"),
    subtitle: said("subtitle"),
    caption: said("caption"),
    description: said("description"),
    marks: list(given.marks, "marks", allowance).map((mark) => {
      const { kind, count } = object(mark, "mark");
      return { kind: text(kind, "kind of a mark", allowance), count: whole(count, "count") };
    }),
    axes: list(given.axes, "axes", allowance).map((axis) => {
      const { scale, label, domain, isOrdinal } = object(axis, "axis");
      return {
        scale: oneOf(scale, ["x", "y", "color", "r", "fx", "fy"], "scale"),
        label: text(label, "label", allowance),
        domain: list(domain, "domain", allowance).map((value) =>
          typeof value === "number" ? value : text(value, "domain", allowance),
        ),
        isOrdinal: yesOrNo(isOrdinal, "isOrdinal"),
      };
    }),
    drawn: whole(given.drawn, "drawn"),
    hasData: yesOrNo(given.hasData, "hasData"),
  };
}
