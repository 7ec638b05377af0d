import type { GenericSchema } from "valibot";
import type { ColumnProfile, Sql, Table } from "../engine";
import type { ParamSpecs, ParamValues } from "./params";
import type { Report } from "./report";
import type { RoleMapping, RoleName } from "./roles";
import type { ActivityRule } from "./rule";
import type { FormTexts, Language, Texts } from "./texts";
import type { Work } from "./workers/work";

/** One table with its meaning: what every analysis of it reads. */
export interface DataSet {
  readonly table: string;
  readonly roles: RoleMapping;
  readonly rule: ActivityRule;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly kind: string }[];
  /** `contract_end` is the last paid day (true) or the first day without a contract (false). */
  readonly endIsLastPaidDay: boolean;
  /** What the columns hold, once it has been counted. For guesses only: a number never depends on it. */
  readonly profile?: readonly ColumnProfile[] | null;
  readonly weekStart: "monday" | "sunday";
}

export interface Request<P extends ParamSpecs = ParamSpecs> {
  readonly data: DataSet;
  readonly params: ParamValues<P>;
  /** The other tables, each under the name of the `table` parameter that chose it. */
  readonly beside?: Readonly<Record<string, DataSet>>;
}

/** Named questions to DuckDB, and their answers under the same names. Few rows each. */
export type Questions = { readonly [name: string]: Sql };
export type Answers = { readonly [name: string]: Table };

/** What is known of an analysis before its program is fetched: enough to offer it and to read its form. `id` is saved in files and never changes. */
export interface Card<P extends ParamSpecs = ParamSpecs> {
  readonly id: string;
  /** Title, question, the sentence with holes and the names of its options, in one language's texts. */
  form(texts: Texts): FormTexts;
  /** Roles without which it cannot run; may depend on the parameters (contracts need other columns than events). */
  needs(params: ParamValues<P>): readonly RoleName[];
  /** The same for tables beside: roles under the name of the `table` parameter. Checked where a table is chosen. */
  needsBeside?(params: ParamValues<P>): Readonly<Record<string, readonly RoleName[]>>;
  /** What to choose where a parameter asks for a column and nobody has chosen yet: parameters that differ from the defaults. */
  guess?(data: DataSet): Readonly<Record<string, unknown>>;
  /** In the order of the sentence; `visible` says which play a part now. */
  readonly params: P;
}

export type AnyCard = Card<ParamSpecs>;

/**
 * What to ask and how to judge the answer; does nothing itself.
 * R is the machine-readable result: plain JSON, described by `result`, the only input of `report`.
 */
export interface Analysis<P extends ParamSpecs = ParamSpecs, R = unknown> extends Card<P> {
  readonly result: GenericSchema<unknown, R>;
  queries(request: Request<P>): Questions;
  /** A second round where the first answers are needed to ask (a clustered variance needs the fitted rates). */
  followUp?(answers: Answers, request: Request<P>): Questions;
  /** Pure but for `work`, which takes long arithmetic off the page's thread and can be stopped. */
  compute(answers: Answers, request: Request<P>, work: Work): R | Promise<R>;
  report(result: R, request: Request<P>, language: Language): Report;
  /** The query a person takes over with "Open as code": gives the numbers that the report's first figure shows. */
  asSql(request: Request<P>, result: R | null): Sql;
  /**
   * TypeScript that draws the report's first figure from the rows of `asSql`, which it reads under the name `relation`. Its
   * texts are in the reader's language; at its top level it defines no name. Null where there is no figure.
   */
  asTypescript(request: Request<P>, result: R | null, relation: string, language: Language): string | null;
  /**
   * The customers behind the numbers: one row a customer, `customer` first, with what happened to them; null where there are
   * none. `who` is a key that the report put on a number ("lost", "2024-01-01 3"); null: all of them. A key it did not give
   * out (results come back from files) is null too, never an error and never other customers.
   */
  customers?(request: Request<P>, result: R, who: string | null): Sql | null;
}

/** An analysis whose parameters and result are only known to itself: what the list holds. */
export type AnyAnalysis = Analysis<ParamSpecs, unknown>;
