import type { TaskInput, TaskName, TaskOutput } from "./tasks";
import { taskIn } from "./task-messages";

/** Where an analysis' long arithmetic happens: whoever runs it says so. Rejects when it is stopped. */
export interface Work {
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>;
}

/** Here and now: for tests, and where there are no workers. */
export const workHere: Work = {
  run: (task, input) => Promise.resolve(taskIn({ task, input }, () => undefined) as never),
};
