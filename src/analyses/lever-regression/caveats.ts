import { byLevel } from "../caveat-order";
import { probabilityText } from "../findings";
import { leverExclusions } from "../levers/population";
import type { Caveat } from "../report";
import { rowCaveats } from "../row-caveats";
import type { Language } from "../texts";
import { turnedByFilling } from "./check-tables";
import { inflated, limit } from "./limits";
import { nameOf, segmentLabel } from "./names";
import type { RegressionRequest } from "./params";
import type { Fitted, ImputedResult, LeverRegressionResult } from "./result";
import { otherName } from "./tables";
import { dropsMuch, placesOf } from "./verdict";

type Add = (id: string, level: Caveat["level"], text: string) => void;

/** What limits the model, the worst first. That it is association stands always. */
export function regressionCaveats(
  result: LeverRegressionResult,
  request: RegressionRequest,
  language: Language,
): Caveat[] {
  const { texts } = language;
  const { caveat } = texts.leverRegression;
  const caveats: Caveat[] = [];
  const add: Add = (id, level, text) => caveats.push({ id, level, text });
  const { facts, model } = result;
  const { params } = request;
  if (facts && facts.used > 0) {
    add("association", "limits", caveat.association);
    missingCaveats(result, request, add, language);
    if (params.mode === "columns" && (params.usageDays === null || params.statusDay === null))
      add("windows", "limits", texts.levers.caveat.windows);
    for (const why of leverExclusions) {
      const n = facts.excluded[why];
      const isMuch = why === "contradictory" || why === "no-status" || n > 0.2 * facts.customers;
      if (n > 0) add(why, isMuch ? "limits" : "note", texts.levers.caveat.excluded[why](n));
    }
    if (model?.ok) modelCaveats(result, model, request, add, language);
    if (params.beside === "cox" && params.mode === "columns") add("cox-columns", "limits", caveat.coxColumns);
  }
  return byLevel([...caveats, ...(result.rows ? rowCaveats(result.rows, texts) : [])]);
}

function missingCaveats(
  result: LeverRegressionResult,
  { params }: RegressionRequest,
  add: Add,
  language: Language,
): void {
  const { caveat } = language.texts.leverRegression;
  const { incomplete, facts } = result;
  if (incomplete.customers === 0) return;
  if (result.imputed && result.model?.ok) {
    imputedCaveats(result, result.model, result.imputed, add, language);
    if (result.imputed.why === null) return;
  }
  if (params.missing === "indicator") add("indicator", "limits", caveat.indicator(incomplete.customers));
  else if (dropsMuch(result))
    add("incomplete", "flips", caveat.incompleteMuch(incomplete.customers, facts!.used));
  else add("incomplete", "limits", caveat.incomplete(incomplete.customers, facts!.used));
}

/** What filling in says, and that nobody can know whether it may be believed. */
function imputedCaveats(
  result: LeverRegressionResult,
  model: Fitted,
  imputed: ImputedResult,
  add: Add,
  language: Language,
): void {
  const { caveat, checks } = language.texts.leverRegression;
  const { why, customers, times } = imputed;
  if (why !== null) {
    add("not-imputed", "limits", checks.imputed.why[why](customers));
    return;
  }
  const turned = turnedByFilling(model, imputed).map((place) => nameOf(result, place, language));
  const n = result.incomplete.customers;
  add("incomplete", "limits", caveat.incomplete(n, result.facts!.used));
  if (turned.length) add("imputed", "flips", checks.imputed.turned(turned));
  else add("imputed", "note", checks.imputed.agrees(times));
  add("mnar", "limits", checks.imputed.mnar);
}

function modelCaveats(
  result: LeverRegressionResult,
  model: Fitted,
  request: RegressionRequest,
  add: Add,
  language: Language,
): void {
  const { texts, format } = language;
  const { caveat } = texts.leverRegression;
  const { gate, shares } = result;
  const name = (place: number) => nameOf(result, place, language);
  const places = result.levers.map((_, place) => place);
  const leaks = placesOf(result, "leak");
  if (leaks.length) add("leak", "flips", caveat.leak(leaks.map(name)));
  if (model.separation?.kind === "complete") add("complete-separation", "flips", caveat.complete);
  separatedCaveats(result, model, add, language);
  const { hangs } = texts.leverRegression.checks.influence;
  for (const { lever, customers, p } of model.influence?.turns ?? [])
    add(
      `hangs-${lever}`,
      "flips",
      hangs(name(lever), customers, p === null ? null : probabilityText(p, language)),
    );
  if (model.reason === "few-events" && gate)
    add(
      "few-events",
      "limits",
      caveat.fewEvents(gate.events, model.parameters, format.number(model.eventsPerParameter ?? 0, 1)),
    );
  if (model.reason === "not-converged") add("not-converged", "limits", caveat.notConverged);
  if (gate?.colour === "amber") {
    if (gate.needed !== null && gate.needed > model.customers)
      add("gate", "limits", caveat.amber(gate.needed, model.customers));
    if (gate.mostLevers !== null && gate.mostLevers < result.levers.length)
      add("gate-levers", "limits", caveat.amberEvents(gate.events, gate.mostLevers));
  }
  const searched = places.filter((place) => model.levers[place]!.plain !== null);
  if (searched.length)
    add("searched", "limits", texts.leverRegression.checks.searched.caveat(searched.map(name)));
  const open = placesOf(result, "cannot-tell").map(name);
  if (open.length && gate && gate.colour !== "green")
    add(
      "unchecked",
      "limits",
      texts.leverRegression.checks.unchecked(
        open,
        result.controls.map(({ column }) => column),
      ),
    );
  if (result.controls.length === 0) add("no-controls", "limits", caveat.noControls);
  const beyond = (least: number, most: number) =>
    places.filter((place) => {
      const found = model.levers[place]!.gvif;
      return found !== null && found > least && found <= most;
    });
  const red = beyond(inflated.red, Infinity);
  const amber = beyond(inflated.amber, inflated.red);
  if (red.length) add("inflated", "limits", caveat.inflatedRed(red.map(name)));
  if (amber.length) add("inflated-some", "note", caveat.inflated(amber.map(name)));
  for (const { a, b, correlation } of model.pairs)
    add(
      `pair-${a}-${b}`,
      "limits",
      caveat.pair(name(a), name(b), format.number(correlation, 2).replace("-", "−")),
    );
  const measures = model.levers.filter(({ bent }) => bent !== null).length;
  for (const place of places) {
    const { bent, repeats } = model.levers[place]!;
    if (bent !== null && bent * measures < limit) add(`bent-${place}`, "limits", caveat.bent(name(place)));
    if (repeats?.length)
      add(
        `repeats-${place}`,
        "note",
        caveat.repeats(name(place), otherName(result, model, place, language) ?? ""),
      );
  }
  if (shares && shares.resamples < shares.asked)
    add("resamples", "note", caveat.fewerResamples(shares.resamples, shares.asked));
  if (shares && shares.resamples > 0 && shares.refitted === false)
    add("reweighed", "note", caveat.reweighed(shares.resamples));
  besideCaveats(result, request, add, language);
}

/** Each lever, and each segment of a control, that fixes the outcome. */
function separatedCaveats(result: LeverRegressionResult, model: Fitted, add: Add, language: Language): void {
  const { caveat } = language.texts.leverRegression;
  result.levers.forEach(({ on }, place) => {
    const { separated } = model.levers[place]!;
    if (separated === null) return;
    const name = nameOf(result, place, language);
    const isAll = on !== null && on.n > 0 && (on.x === on.n || on.x === 0);
    add(
      `separated-${place}`,
      "limits",
      isAll ? caveat.separated(name, on.x > 0) : caveat.separatedMeasure(name),
    );
  });
  for (const { control, segments } of model.controls) {
    const { column, isBanded } = result.controls[control]!;
    for (const { segment, separated } of segments)
      if (separated !== null)
        add(
          `separated-${column}-${segment}`,
          "note",
          caveat.separatedControl(column, segmentLabel(segment, isBanded, language)),
        );
  }
}

/** What the other ways to look at it leave open. */
function besideCaveats(
  { cox, path, levers, ...result }: LeverRegressionResult,
  { params }: RegressionRequest,
  add: Add,
  language: Language,
): void {
  const { caveat } = language.texts.leverRegression;
  const names = (places: readonly number[]) =>
    places.map((place) => nameOf({ ...result, cox, path, levers }, place, language));
  if ((params.beside === "ridge" || params.beside === "lasso") && path === null)
    add("no-path", "limits", caveat.noPath);
  if (!cox) return;
  if (cox.why !== null)
    add("cox-none", "limits", cox.infinite.length ? caveat.coxInfinite(names(cox.infinite)) : caveat.coxNone);
  const bent = levers.flatMap((_, place) => {
    const p = cox.levers[place]?.proportional ?? null;
    return p !== null && p < limit ? [place] : [];
  });
  if (bent.length) add("cox-bent", "limits", caveat.coxBent(names(bent)));
}
