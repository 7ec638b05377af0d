import { leverCox, type CoxTask } from "../lever-regression/cox";
import { leverImputed, type ImputeTask } from "../lever-regression/imputed";
import type { ModelInput } from "../lever-regression/independent-model";
import { leverModel } from "../lever-regression/model";
import { leverPath, type PathTask } from "../lever-regression/path";
import { leverShares, type SharesTask } from "../lever-regression/shares";
import type { TaskContext } from "./tasks";

export function leverModelTask(input: ModelInput, { onProgress }: TaskContext) {
  return leverModel(input, onProgress);
}

export function leverImputedTask(input: ImputeTask, { onProgress }: TaskContext) {
  return leverImputed(input, onProgress);
}

export function leverSharesTask(input: SharesTask, { onProgress }: TaskContext) {
  return leverShares(input, onProgress);
}

export function leverPathTask(input: PathTask, { onProgress }: TaskContext) {
  return leverPath(input, onProgress);
}

export function leverCoxTask(input: CoxTask) {
  return leverCox(input);
}
