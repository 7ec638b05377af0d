import { leverOf } from "./levers/lever";
import type { RoleName } from "./roles";

/** Typed parameters; the sentence form is drawn from them. `date` is an ISO day or "auto" (resolved from the data, never from the clock). */
export type ParamSpec =
  | {
      readonly type: "choice";
      readonly options: readonly string[];
      readonly default: string;
      readonly visible?: Visible;
    }
  | {
      readonly type: "number";
      readonly min: number;
      readonly max: number;
      readonly integer: boolean;
      /** null = "not set" and is allowed only where the default is null. */
      readonly default: number | null;
      readonly percent?: boolean;
      readonly visible?: Visible;
    }
  | { readonly type: "date"; readonly default: "auto"; readonly visible?: Visible }
  | { readonly type: "switch"; readonly default: boolean; readonly visible?: Visible }
  /** The data set's relevant-activity rule; edited in place, one for all analyses of the table. */
  | { readonly type: "rule"; readonly visible?: Visible }
  /** The name of a column: of the analysis' own table, or of the one that the parameter `of` names. */
  | (ColumnChoice & { readonly type: "column"; readonly default: null })
  /** Names of columns without repetition, at most `most`. */
  | (ColumnChoice & { readonly type: "columns"; readonly most: number; readonly default: readonly string[] })
  /**
   * Behaviours, each written as `leverText` does ("reach_pct >= 25", "reach_pct"), no behaviour twice. `of` says where they are
   * found: columns of the analysis' own table, or values of its event column.
   */
  | {
      readonly type: "levers";
      readonly most: number;
      readonly default: readonly string[];
      readonly of: (params: Readonly<Record<string, unknown>>) => "columns" | "events";
      readonly kinds: readonly string[];
      readonly required?: true;
      readonly visible?: Visible;
    }
  /** Another table beside the analysis' own; null = none. */
  | { readonly type: "table"; readonly default: null; readonly required?: true; readonly visible?: Visible }
  /** Numbers in rising order without repetition. */
  | {
      readonly type: "numbers";
      readonly min: number;
      readonly max: number;
      readonly integer: boolean;
      readonly most: number;
      readonly default: readonly number[];
      readonly visible?: Visible;
    }
  /** Free text; `valuesOf` is the role or the parameter of a column whose values are offered. */
  | {
      readonly type: "text";
      readonly default: string;
      readonly valuesOf?: { readonly role: RoleName } | { readonly param: string };
      readonly visible?: Visible;
    };

interface ColumnChoice {
  /** Kinds of columns that can be chosen; absent: all but nested ones. */
  readonly kinds?: readonly string[];
  /** Parameter of type "table" whose table has the column; absent: the analysis' own. */
  readonly of?: string;
  /** Nothing can be asked before it is chosen. */
  readonly required?: true;
  readonly visible?: Visible;
}

type Visible = (params: Readonly<Record<string, unknown>>) => boolean;

export type ParamSpecs = { readonly [name: string]: ParamSpec };

export type ParamValue = string | number | boolean | null | undefined | readonly string[] | readonly number[];

/** What a parameter's value can be; for specs written `as const` a choice is one of its own options. */
type ValueOf<S> = S extends { type: "choice"; options: readonly (infer O)[] }
  ? O
  : S extends { type: "number"; default: infer D }
    ? null extends D
      ? number | null
      : number
    : S extends { type: "switch" }
      ? boolean
      : S extends { type: "date" | "text" }
        ? string
        : S extends { type: "column" | "table" }
          ? string | null
          : S extends { type: "columns" | "levers" }
            ? readonly string[]
            : S extends { type: "numbers" }
              ? readonly number[]
              : undefined;

export type ParamValues<P extends ParamSpecs> = { readonly [N in keyof P]: ValueOf<P[N]> };

/** Names of the parameters that play a part now, in the order of the specs. */
export function visibleParams(specs: ParamSpecs, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(specs)
    .filter(([, spec]) => spec.visible?.(values) ?? true)
    .map(([param]) => param);
}

/** Reads parameters from a file or a form: what is missing or does not fit takes its default and is named in `refused`. */
export function readParams<P extends ParamSpecs>(
  specs: P,
  given: Readonly<Record<string, unknown>>,
): { values: ParamValues<P>; refused: string[] } {
  const refused: string[] = [];
  const values = Object.fromEntries(
    Object.entries(specs).map(([param, spec]) => {
      const value = given[param];
      if (value === undefined || spec.type === "rule") return [param, defaultOf(spec)];
      if (fits(spec, value)) return [param, value];
      refused.push(param);
      return [param, defaultOf(spec)];
    }),
  );
  return { values: values as ParamValues<P>, refused };
}

export function fits(spec: ParamSpec, value: unknown): boolean {
  switch (spec.type) {
    case "choice":
      return typeof value === "string" && spec.options.includes(value);
    case "number":
      if (value === null) return spec.default === null;
      return (
        typeof value === "number" &&
        value >= spec.min &&
        value <= spec.max &&
        (!spec.integer || Number.isInteger(value))
      );
    case "date":
      return value === "auto" || (typeof value === "string" && isDay(value));
    case "switch":
      return typeof value === "boolean";
    case "rule":
      return value === undefined;
    case "column":
    case "table":
      return value === null || (typeof value === "string" && value !== "");
    case "columns":
      return isListOf(value, (one): one is string => typeof one === "string" && one !== "", spec.most);
    case "levers":
      return (
        isListOf(value, (one): one is string => typeof one === "string" && one.trim() !== "", spec.most) &&
        new Set(value.map((one) => leverOf(one).behaviour)).size === value.length
      );
    case "numbers":
      return (
        isListOf(value, (one): one is number => typeof one === "number", spec.most) &&
        value.length > 0 &&
        value.every(
          (one, i) =>
            one >= spec.min &&
            one <= spec.max &&
            (!spec.integer || Number.isInteger(one)) &&
            (i === 0 || one > value[i - 1]!),
        )
      );
    case "text":
      return typeof value === "string" && value.length <= longestText;
  }
}

/** Characters; longer is no value that a person chose. */
const longestText = 1000;

function isListOf<T>(value: unknown, is: (one: unknown) => one is T, most: number): value is readonly T[] {
  return (
    Array.isArray(value) && value.length <= most && value.every(is) && new Set(value).size === value.length
  );
}

function defaultOf(spec: ParamSpec): unknown {
  return spec.type === "rule" ? undefined : spec.default;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}
