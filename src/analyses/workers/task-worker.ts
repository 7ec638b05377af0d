import { taskIn, type WorkRequest, type WorkReport } from "./task-messages";

/** Long arithmetic away from the page's thread: one task, then it is let go. Reads and fetches nothing. */
const tell = (report: WorkReport) => postMessage(report);

onmessage = ({ data }: MessageEvent<WorkRequest>) => {
  try {
    tell({ form: "done", output: taskIn(data, (share) => tell({ form: "progress", share })) });
  } catch (error) {
    tell({ form: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
