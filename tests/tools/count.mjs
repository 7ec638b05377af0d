// Reads how many tests a runner counted. Pure: text in, tally out.

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */

/** A check without a count of its own is one test: types, lint, format, build. */
export function countCheck(exitCode) {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: [] };
}

/** vitest's JSON report, null when none was written. A file that did not load, and an error outside any test, each count as failed. */
export function countVitest(report, exitCode) {
  if (!report) return countCheck(exitCode || 1);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = tests.filter((test) => test.status === "failed").length + brokenFiles.length;
  return atLeastOneFailure(exitCode, {
    passed: tests.filter((test) => test.status === "passed").length,
    failed,
    skipped: tests.filter((test) => !["passed", "failed"].includes(test.status)).map((test) => test.fullName),
  });
}

/** The browser runner closes with `browser: N passed, N failed, N skipped`; it names what it skips by lines `skipped: name`. */
export function countBrowser(output, exitCode) {
  const counts = /^browser: (\d+) passed, (\d+) failed, (\d+) skipped\s*$/m.exec(output);
  if (!counts) return countCheck(exitCode || 1);
  const names = [...output.matchAll(/^\s*skipped:? (.+)$/gm)].map((line) => `browser: ${line[1].trim()}`);
  const unnamed = Math.max(0, Number(counts[3]) - names.length);
  return atLeastOneFailure(exitCode, {
    passed: Number(counts[1]),
    failed: Number(counts[2]),
    skipped: [...names, ...Array(unnamed).fill("browser: a test without a name")],
  });
}

export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

// A runner that says it failed is believed, whatever it counted.
function atLeastOneFailure(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
