/** Stands in a list of formats for ISO 8601, offset or not. */
export const isoFormat = "iso";

/** In front of a format: the month is a Russian word, which becomes its number before the cell is read. */
export const russianMonths = "ru:";
