import { join, name, sql, type Sql } from "../engine";

/** `with a as (…), b as (…)`, in the order given; blocks that are null are left out. */
export function withBlocks(blocks: Readonly<Record<string, Sql | null>>): Sql {
  const given = Object.entries(blocks).flatMap(([block, body]) => (body ? [{ block, body }] : []));
  const bodies = given.map(
    ({ block, body }) => sql`
      ${plainName(block)} as (
        ${body}
      )`,
  );
  return sql`with ${join(bodies, ",\n")}`;
}

/** Our own lower-case nouns need no quotes and read better without. */
function plainName(block: string): Sql {
  return /^[a-z_]+$/.test(block) ? { text: block } : name(block);
}
