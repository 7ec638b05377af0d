import { md5 } from "./folds-md5";

/**
 * The fold 0 … folds − 1 of an entity: by its id and the seed alone, so the same entity is in the same fold whatever the order
 * of rows, and in every version of a score. h = the first 32 bits of MD5 of "seed:id" (UTF-8), fold = ⌊h · folds / 2³²⌋. In
 * DuckDB the same is
 * `(('0x' || md5(seed || ':' || id)[1:8])::ubigint * folds) >> 32`.
 */
export function foldOf(id: string, folds: number, seed: number | string = 0): number {
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= 1000))
    throw new RangeError(`no number of folds: ${folds}`);
  return Math.floor((parseInt(md5(`${seed}:${id}`).slice(0, 8), 16) * folds) / 2 ** 32);
}
