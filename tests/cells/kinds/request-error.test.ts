import { describe, expect, test } from "vitest";
import { anyActivity, type AnyAnalysis, type DataSet, type ParamSpecs } from "../../../src/analyses";
import { requestError } from "../../../src/cells/kinds/request-error";

const data = (table: string, roles: DataSet["roles"] = {}): DataSet => ({
  table,
  roles,
  rule: anyActivity,
  columns: [
    { name: "id", type: "VARCHAR", kind: "text" },
    { name: "day", type: "DATE", kind: "date" },
  ],
  endIsLastPaidDay: true,
  weekStart: "monday",
});

function asks(params: ParamSpecs, more: Partial<AnyAnalysis> = {}): AnyAnalysis {
  return { params, needs: () => [], ...more } as AnyAnalysis;
}

describe("why a request cannot be asked, and where it is put right", () => {
  test("a column that nobody has chosen", () => {
    const analysis = asks({ by: { type: "column", default: null, required: true } });
    const error = requestError("a", analysis, { data: data("t"), params: { by: null } } as never);
    expect(error).toMatchObject({ code: "missing-param", values: { analysis: "a", param: "by" } });
  });

  test("a column that is not there any more, or holds something else", () => {
    const analysis = asks({ by: { type: "column", default: null, kinds: ["number"] } });
    const of = (by: string) => requestError("a", analysis, { data: data("t"), params: { by } } as never);
    expect(of("town")).toMatchObject({
      code: "missing-column",
      values: { column: "town", table: "t", param: "by" },
    });
    expect(of("id")).toMatchObject({
      code: "wrong-type",
      values: { column: "id", type: "VARCHAR", param: "by" },
    });
  });

  test("a behaviour whose column is not there any more, or holds words; a threshold is no part of its name", () => {
    const of = ({ mode }: Record<string, unknown>) => (mode === "columns" ? "columns" : "events");
    const levers = { type: "levers", most: 12, default: [], of, kinds: ["integer"] } as const;
    const error = (mode: string, ...chosen: string[]) =>
      requestError("a", asks({ levers }), { data: data("t"), params: { mode, levers: chosen } } as never);
    expect(error("columns", "logins >= 4")).toMatchObject({
      code: "missing-column",
      values: { column: "logins", table: "t", param: "levers", analysis: "a" },
    });
    expect(error("columns", "id")).toMatchObject({
      code: "wrong-type",
      values: { column: "id", type: "VARCHAR", param: "levers" },
    });
    expect(error("columns", "*days")).toMatchObject({ code: "missing-column", values: { column: "*days" } });
    expect(error("events", "logins >= 4", "*days")).toBeNull();
    const required = requestError("a", asks({ levers: { ...levers, required: true } }), {
      data: data("t"),
      params: { mode: "columns", levers: [] },
    } as never);
    expect(required).toMatchObject({ code: "missing-param", values: { param: "levers" } });
  });

  test("a table beside that is not loaded, and one whose columns have no meaning yet", () => {
    const params: ParamSpecs = { users: { type: "table", default: null } };
    const analysis = asks(params, { needsBeside: () => ({ users: ["customer", "time"] }) });
    const request = { data: data("t"), params: { users: "people" } };
    expect(requestError("a", analysis, request as never)).toMatchObject({
      code: "missing-table",
      values: { name: "people", param: "users" },
    });
    const beside = { ...request, beside: { users: data("people", { customer: "id" }) } };
    expect(requestError("a", analysis, beside as never)).toMatchObject({
      code: "missing-role",
      values: { roles: "time", table: "people" },
    });
    const whole = { ...request, beside: { users: data("people", { customer: "id", time: "day" }) } };
    expect(requestError("a", analysis, whole as never)).toBeNull();
  });

  test("a role whose column holds something else", () => {
    const analysis = asks({}, { needs: () => ["time"] });
    const request = { data: data("t", { time: "id" }), params: {} };
    expect(requestError("a", analysis, request as never)).toMatchObject({
      code: "wrong-type",
      values: { roles: "time", column: "id" },
    });
  });
});
