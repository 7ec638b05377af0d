export type { Analysis, Answers, AnyAnalysis, AnyCard, DataSet, Questions, Request } from "./analysis";
export { AnalysisError, type AnalysisErrorCode } from "./analysis-error";
export { colour as chartColour } from "./chart-colours";
export { guessRoles } from "./guess-roles";
export { guessRule } from "./guess-rule";
export { saysYes } from "./profile-values";
export { leverOf, leverText, wholeBehaviours, type Lever } from "./levers/lever";
export { behaviourName } from "./levers/names";
export { valueOfText, valueText } from "./value-text";
export { analyses, analysisById } from "./list";
export { loadAnalyses, loadAnalysis, loadedAnalysis, loadedPlot, onAnalysisLoaded } from "./loaded";
export {
  fits,
  readParams,
  visibleParams,
  type ParamSpec,
  type ParamSpecs,
  type ParamValue,
  type ParamValues,
} from "./params";
export { dataOf, paramProblems, suitsSpec, type ParamProblem } from "./param-problems";
export type { PlotOptions } from "./plot";
export type {
  Caveat,
  Figure,
  Finding,
  Method,
  Report,
  ReportTable,
  ReportValue,
  Verdict,
  Who,
} from "./report";
export { roleProblems, type RoleProblem } from "./role-problems";
export { roleNames, type RoleMapping, type RoleName } from "./roles";
export { anyActivity, type ActivityRule, type RuleCondition } from "./rule";
export { runAnalysis, type Progress, type Ran, type RunOptions } from "./run-analysis";
export {
  definitionOf,
  paramText,
  paramTextsOf,
  questionOf,
  sentenceOf,
  titleOf,
  type SentencePart,
} from "./sentence";
export { canRun, groupOf, groups, recommended, type Group } from "./groups";
export { suggest, type Suggestion } from "./suggest";
export {
  languageOf,
  loadLanguage,
  type FormTexts,
  type Language,
  type Locale,
  type ParamTexts,
} from "./texts";
export type { TaskName } from "./workers/tasks";
export { workHere, type Work } from "./workers/work";
export { workAside, type WorkOptions } from "./workers/work-aside";
