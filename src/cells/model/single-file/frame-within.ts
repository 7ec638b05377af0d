/**
 * The sandbox's frame as part of a page. Such a frame has the page's policy beside its own, and that lets no text become a
 * function: scripts of the worker's own making do so in its place.
 */
export function frameWithin(frame: string): string {
  const within = frame.replace("'unsafe-eval'", "blob:");
  if (within === frame || within.includes("'unsafe-eval'"))
    throw new Error("the sandbox's policy is another one");
  return within;
}
