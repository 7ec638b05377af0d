import type { Exposed } from "../../../src/analyses/stats/landmark";
import { heart } from "./survival-tables";

/** Days of age over 48 years (of 365.25 days) on entering the programme, patient after patient, as `heart.waiting` has them. */
const ages = (
  "-6266 1401 2300 -2826 -9940 2409 1048 -968 -306 -2008 -7 1897 2401 2196 2124 529 -10106 3232 4063 " +
  "2659 -1701 -1905 3783 1388 -5397 -6379 -14323 2200 889 -1128 2515 5993 330 -2720 -1656 338 4931 " +
  "-2385 920 176 -985 -4222 -1683 -1980 -4316 223 -329 2935 -4144 -772 268 -2466 -240 -76 1627 -3381 " +
  "-2460 6 -2417 385 1667 -3158 -5603 298 1203 1904 -10391 -1008 -4 1827 -216 -7770 3043 -6879 1527 " +
  "1492 -2516 257 2112 -568 1787 -6866 1939 -1929 -7 336 -638 2324 1113 1473 -148 -1102 -91 -1519 -2819 " +
  "-7798 -8906 -7075 670 -4726 554 -2779 -3172"
)
  .split(" ")
  .map(Number);

/**
 * The patients of the Stanford heart transplant programme: waiting, transplanted, gone. Who stopped waiting alive on the day
 * of a transplant goes on as the next of `heart.transplanted`. Crowley & Hu (1977), as R's survival::heart.
 */
export function heartPatients(): (Exposed & { readonly age: number })[] {
  let next = 0;
  return heart.waiting.map(({ time, events }, i) => {
    const age = ages[i]! / 365.25;
    const after = heart.transplanted[next];
    if (events === 0 && after?.entry === time) {
      next++;
      return { exposure: time, end: after.time, left: after.events === 1, age };
    }
    return { exposure: null, end: time, left: events === 1, age };
  });
}
