/** An analysis as a form: a sentence with holes, each hole a parameter named in braces. */
export interface FormTexts {
  readonly title: string;
  readonly question: string;
  readonly sentence: (params: Readonly<Record<string, unknown>>) => string;
  readonly params: Readonly<Record<string, ParamTexts>>;
}

export interface ParamTexts {
  readonly label: string;
  /** Each option of a choice as it reads inside the sentence. */
  readonly options?: Readonly<Record<string, string>>;
  /** What stands in the hole when nothing is set: "auto" of a date, null of a number. */
  readonly unset?: string;
}
