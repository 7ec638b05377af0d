// Reads how many tests a runner counted. Pure: text in, tally out.

/** `failures` says by name, with the reason, what of `failed` has a name. @typedef {{ passed: number, failed: number, failures: string[], skipped: string[] }} Tally */

/** A check without a count of its own is one test: types, lint, format, build. */
export function countCheck(exitCode, title) {
  return exitCode === 0
    ? { passed: 1, failed: 0, failures: [], skipped: [] }
    : { passed: 0, failed: 1, failures: [title], skipped: [] };
}

/** vitest's JSON report, null when none was written. A file that did not load, and an error outside any test, each count as failed. */
export function countVitest(report, exitCode) {
  if (!report) return countCheck(exitCode || 1, "a runner that left no report");
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failures = [
    ...brokenFiles.map((file) => named(file, file.message)),
    ...report.testResults.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status === "failed")
        .map((test) => named(file, `${test.fullName}\n${test.failureMessages?.join("\n") ?? ""}`)),
    ),
  ];
  return atLeastOneFailure(exitCode, {
    passed: tests.filter((test) => test.status === "passed").length,
    failed: failures.length,
    failures,
    skipped: tests.filter((test) => !["passed", "failed"].includes(test.status)).map((test) => test.fullName),
  });
}

/** The browser runner closes with `browser: N passed, N failed, N skipped`; it names what it skips and what failed by lines `skipped: name`, `failed: name`. */
export function countBrowser(output, exitCode) {
  const counts = /^browser: (\d+) passed, (\d+) failed, (\d+) skipped\s*$/m.exec(output);
  if (!counts) return countCheck(exitCode || 1, "browser");
  const named = (word) =>
    [...output.matchAll(new RegExp(`^\\s*${word}: (.+)$`, "gm"))].map((line) => `browser: ${line[1].trim()}`);
  const names = named("skipped");
  const unnamed = Math.max(0, Number(counts[3]) - names.length);
  return atLeastOneFailure(exitCode, {
    passed: Number(counts[1]),
    failed: Number(counts[2]),
    failures: named("failed"),
    skipped: [...names, ...Array(unnamed).fill("browser: a test without a name")],
  });
}

export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
    skipped: tallies.flatMap((tally) => tally.skipped),
  };
}

// A runner that says it failed is believed, whatever it counted.
function atLeastOneFailure(exitCode, tally) {
  return exitCode !== 0 && tally.failed === 0
    ? { ...tally, failed: 1, failures: ["an error outside any test"] }
    : tally;
}

// Enough of the reason to go on with; all of it stands where the test ran.
const reasonLines = 12;

function named(file, text = "") {
  const path = (file.name ?? "").replace(/^.*?[\\/](?=tests[\\/])/, "");
  return [path, ...text.trim().split("\n").slice(0, reasonLines)].filter(Boolean).join("\n");
}
