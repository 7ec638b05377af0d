import fc from "fast-check";

/**
 * Property tests draw the same cases every time, so that a run tells about the change and not about luck.
 * EBB_SEED=random draws others: to look for what nobody thought of. A failure prints the seed to repeat it with.
 */
const asked = process.env.EBB_SEED;
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 20261122) });
