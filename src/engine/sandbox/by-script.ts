/** Name of a global of the sandbox's worker: true where its page's policy lets no text become a function. */
export const byScript = "ebbByScript";
