/** A mean error of the survivors above this in the renewals held out, and the projection is no plan. */
export const mostOff = 0.1;
