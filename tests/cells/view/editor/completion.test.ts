import { describe, expect, test } from "vitest";
import { candidates, wordStart } from "../../../../src/cells/view/editor/completion/candidates";
import { quoted } from "../../../../src/cells/view/editor/completion/keywords";

const source = {
  tables: [
    {
      name: "events",
      columns: [
        { name: "customer", type: "VARCHAR" },
        { name: "Left on", type: "DATE" },
        { name: "time", type: "TIMESTAMP" },
      ],
    },
    {
      name: "contracts",
      columns: [
        { name: "customer", type: "VARCHAR" },
        { name: "mrr", type: "DOUBLE" },
      ],
    },
    { name: "my orders", columns: [{ name: "сумма", type: "DECIMAL(18,2)" }] },
  ],
};

/** The best candidates at `|`, as inserted. */
function at(marked: string, kind?: string): string[] {
  const offset = marked.indexOf("|");
  const found = candidates(marked.replace("|", ""), offset, source).toSorted((a, b) => a.rank - b.rank);
  return found.filter((each) => !kind || each.kind === kind).map((each) => each.insert);
}

describe("completion of SQL", () => {
  test("offers values, and nothing else, inside ${…}", () => {
    const values = [{ name: "threshold", type: "number" }];
    const inHole = (marked: string) => {
      const text = marked.replace("|", "");
      const found = candidates(text, marked.indexOf("|"), { ...source, values });
      return found.map(({ insert }) => insert);
    };
    for (const marked of ["select ${|", "select ${th|} from events", "select ${'}' + |", "where a = '${|}'"])
      expect(inHole(marked)).toEqual(["threshold"]);
    for (const marked of ["select ${limit} + |", "select {|", "select $|"])
      expect(inHole(marked)).not.toContain("threshold");
    expect(wordStart("select ${li", 11)).toBe(9);
  });

  test("offers tables first after from and join", () => {
    expect(at("select * from |").slice(0, 3)).toEqual(["events", "contracts", '"my orders"']);
    expect(at("select * from ev|").slice(0, 1)).toEqual(["events"]);
    expect(at("select * from events join |")[1]).toBe("contracts");
    expect(at("select * from events e, |")[0]).toBe("events");
    expect(at("from |")[0]).toBe("events");
  });

  test("knows the columns before FROM from the whole text", () => {
    expect(at("select | from events", "column")).toEqual(["customer", '"Left on"', "time"]);
    expect(at("select cus| from contracts", "column")).toEqual(["customer", "mrr"]);
  });

  test("offers every column while no table is named", () => {
    expect(at("select |", "column")).toEqual(["customer", '"Left on"', "time", "mrr", "сумма"]);
  });

  test("follows an alias, quoted names and the name itself", () => {
    expect(at("select c.| from events e join contracts c on true")).toEqual(["customer", "mrr"]);
    expect(at("select e.| from events as e")).toEqual(["customer", '"Left on"', "time"]);
    expect(at('select "my orders".| from "my orders"')).toEqual(["сумма"]);
    expect(at("select o.| from main.contracts o")).toEqual(["customer", "mrr"]);
    expect(at("select nobody.| from events")).toEqual([]);
  });

  test("knows CTEs by name and by what they select", () => {
    const text =
      "with active as (select customer, count(*) as n from events group by 1), b(x, y) as (select 1, 2) ";
    expect(at(`${text}select * from |`, "table").slice(0, 2)).toEqual(["active", "b"]);
    expect(at(`${text}select a.| from active a`)).toEqual(["customer", "n"]);
    expect(at(`${text}select b.| from b`)).toEqual(["x", "y"]);
    expect(at(`with active as (select | from contracts) select 1 from active`, "column")).toEqual([
      "customer",
      "mrr",
    ]);
  });

  test("sees the nearest select first, and only the statement of the caret", () => {
    expect(
      at("select * from events where customer in (select | from contracts)", "column").slice(0, 2),
    ).toEqual(["customer", "mrr"]);
    expect(at("select 1 from events; select | from contracts", "column")).toEqual(["customer", "mrr"]);
    expect(at("select | from events where customer in (select customer from contracts)", "column")).toEqual([
      "customer",
      '"Left on"',
      "time",
    ]);
  });

  test("does not take a comma in a call for the next table", () => {
    expect(at("select * from events where coalesce(time, |", "column")).toContain("time");
    expect(at("select customer, | from events", "column")[0]).toBe("customer");
  });

  test("keeps quiet in strings and comments", () => {
    expect(at("select 'abc| from events")).toEqual([]);
    expect(at("select 1 -- the |")).toEqual([]);
    expect(at("select 'it''s', | from events", "column")[0]).toBe("customer");
    expect(at("select 1 /* | */ from events")).toEqual([]);
  });

  test("inserts a call once", () => {
    expect(at("select cou|")).toContain("count($0)");
    expect(at("select cou|(*)")).toContain("count");
  });

  test("replaces the word that is being typed, with its open quote", () => {
    expect(wordStart("select cus", 10)).toBe(7);
    expect(wordStart('select "Left o', 14)).toBe(7);
    expect(wordStart('select "Left on" ', 17)).toBe(17);
    expect(wordStart("select имя", 10)).toBe(7);
  });
});

test("a name is quoted when DuckDB would not take it plain", () => {
  expect(["events", "Имя", "a b", "1st", "order", 'a"b', "left"].map(quoted)).toEqual([
    "events",
    "Имя",
    '"a b"',
    '"1st"',
    '"order"',
    '"a""b"',
    '"left"',
  ]);
});
