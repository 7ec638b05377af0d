/** With fewer at risk than this a curve is drawn grey: each one who leaves moves it by a tenth or more. */
export const fewAtRisk = 10;
