import type { TaskInput, TaskName, TaskOutput } from "./tasks";

/** Where an analysis' long arithmetic happens: whoever runs it says so. Rejects when it is stopped. */
export interface Work {
  run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>>;
}

/** Here: for tests, and where there are no workers. The page has workers, and need not wait for the program of all tasks. */
export const workHere: Work = {
  async run(task, input) {
    const { taskIn } = await import("./task-messages");
    return taskIn({ task, input }, () => undefined) as never;
  },
};
