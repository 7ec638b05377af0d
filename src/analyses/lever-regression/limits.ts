/** The probability below which a lever is told to be something. */
export const limit = 0.05;

/** Two levers are a pair that tells nearly the same beyond this correlation (spec C16; phi of two that are on or off). */
export const correlated = 0.6;

/** Generalised variance inflation: noted beyond the first, warned of beyond the second. */
export const inflated = { amber: 2.5, red: 5 };

/** A lever that tells by itself so surely who stays is taken for the outcome under another name. Spec B3, row 1. */
export const leaking = 0.95;

/** A conclusion that would not be there without so few customers is said to hang on them. */
export const mostFew = 5;
