/**
 * MASS::bacteria: children treated for otitis media, presence of H. influenzae at weeks 0, 2, 4, 6, 11.
 * One child a text: p placebo, d drug, D drug and encouragement; then week and y(es) or n(o).
 * Venables & Ripley (2002), Modern Applied Statistics with S, 4th ed.
 */
const children = [
  "p 0y2y4y11y",
  "D 0y2y6n11y",
  "d 0y2y4y6y11y",
  "p 0y2y4y6y11y",
  "p 0y2y4y6y11y",
  "d 0y2y4y11y",
  "D 0y2n4n6n11y",
  "p 0n2y4y6y11y",
  "p 0y2y4y6y11y",
  "D 0y6y",
  "p 0y2y4y6y11y",
  "d 0y2n4n6y11y",
  "p 0y2y4y6y11y",
  "p 0y2y4n",
  "d 0y2y4y6y11y",
  "D 0y2y4n6y11y",
  "p 0y2y4y6n11y",
  "d 0y2y4n6n11n",
  "p 0y2y4n6y11n",
  "D 0y2y4y11y",
  "p 0y2y4y6y11y",
  "p 0y2y4y6y11y",
  "p 0n2y4n6y11n",
  "D 0y2y4y6n11n",
  "d 0n2y4n11n",
  "p 0y2n11n",
  "p 0y2y6y11y",
  "d 0y2y4y6n11n",
  "D 0y4y6y11n",
  "p 0y4y6y11y",
  "d 0y2y4n6y11y",
  "p 0y2y4y6y11y",
  "D 0y4y",
  "d 0y2n4n6n",
  "p 0y2y11y",
  "d 0y2y11y",
  "p 0y2y4y6y11y",
  "D 0y2y4y6y11y",
  "p 0y2y4n6y11n",
  "D 0n4y",
  "d 0n2y4y6n11y",
  "D 0y2y6y11y",
  "p 0y2y4y6y11y",
  "d 0y2y4y6y11y",
  "D 0y2y4y6y11n",
  "d 0y4y6y",
  "D 0y2y4y6y11y",
  "d 0y2y6n11n",
  "D 0y2y4y6n11n",
  "D 0y2y4y6n11y",
];

export interface Swab {
  readonly child: number;
  readonly values: readonly number[];
  readonly present: boolean;
}

/** 220 rows; values are intercept, drug, drug+, week. */
export const bacteria: readonly Swab[] = children.flatMap((text, child) => {
  const treatment = text[0];
  return [...text.slice(2).matchAll(/(\d+)([yn])/g)].map(([, week, seen]) => ({
    child,
    values: [1, treatment === "d" ? 1 : 0, treatment === "D" ? 1 : 0, Number(week)],
    present: seen === "y",
  }));
});
