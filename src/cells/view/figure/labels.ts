export interface FigureLabels {
  readonly showData: string;
  readonly hideData: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly drawFailed: (message: string) => string;
  /** Of marks that count customers: by which keys they are gone through. */
  readonly walkMarks: string;
}

export interface ReportTableLabels {
  readonly showAll: (rows: number) => string;
  readonly showFirst: (rows: number) => string;
  /** Said of a hatched row: "not finished". */
  readonly unfinished: string;
  readonly noRows: string;
}
