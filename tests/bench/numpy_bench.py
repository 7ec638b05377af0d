"""The same arithmetic in numpy, plainly written: numpy_bench.py.

A line of JSON in, {"step": name, "data": …} (kept, not timed) or {"step": name}; a line out, {"ms", "cpu"}. The first line out is
{"version"}.
"""

import json
import sys
from time import perf_counter, process_time

import numpy as np

resamples = 2000
# Of the models of a Shapley share so many are left out for each that is fitted; the time is multiplied by it.
thinned = 32


def fit(values, x, n):
    """Iteratively reweighted least squares: coefficients, standard errors, log-likelihood."""
    beta = np.zeros(values.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-values @ beta))
        information = values.T @ (values * (n * p * (1 - p))[:, None])
        step = np.linalg.solve(information, values.T @ (x - n * p))
        beta += step
        if np.max(np.abs(step)) < 1e-9:
            break
    eta = values @ beta
    return beta, np.sqrt(np.diag(np.linalg.inv(information))), np.sum(x * eta - n * np.logaddexp(0, eta))


def columns(patterns):
    values, x, n = (np.array([one[key] for one in patterns], dtype=float) for key in ("values", "x", "n"))
    return values, x, n


def shapley(values, x, n):
    """Every thinned-out subset of the levers, each model from the beginning."""
    count = values.shape[1]
    one = np.ones((len(x), 1))
    for subset in range(0, 2**count, thinned):
        # Spread over all sizes, as the low bits of neighbours are alike.
        mixed = (subset * 2654435761) % 2**count
        chosen = [lever for lever in range(count) if mixed >> lever & 1]
        fit(np.hstack([one, values[:, chosen]]), x, n)


def permutations(behaviours, outcomes, lines):
    """The largest chi-square of any line, of outcomes dealt out anew."""
    behaviours, outcomes = np.array(behaviours, dtype=np.int64), np.array(outcomes, dtype=float)
    customers, events, cells = len(outcomes), outcomes.sum(), lines + 2
    above = [np.bincount(one, minlength=cells)[::-1].cumsum()[::-1][1 : lines + 1] for one in behaviours]
    drawn = np.random.default_rng(1)
    for _ in range(resamples):
        dealt = drawn.permutation(outcomes)
        for one, size in zip(behaviours, above):
            stayed = np.bincount(one, weights=dealt, minlength=cells)[::-1].cumsum()[::-1][1 : lines + 1]
            cross = stayed * customers - size * events
            np.max(cross**2 * customers / (size * (customers - size) * events * (customers - events)))


def bootstrap(before, after):
    before, after = np.array(before), np.array(after)
    drawn = np.random.default_rng(1)
    ratios = np.empty(resamples)
    for i in range(resamples):
        chosen = drawn.integers(0, len(before), len(before))
        ratios[i] = after[chosen].sum() / before[chosen].sum()
    return np.quantile(ratios, [0.025, 0.975])


prepared = {}
work = {
    "logistic estimates": lambda data: fit(*data),
    "shapley, switches": lambda data: shapley(*data),
    "shapley, measures": lambda data: shapley(*data),
    "permutations": lambda data: permutations(**data),
    "bootstrap": lambda data: bootstrap(**data),
}
print(json.dumps({"version": np.__version__}), flush=True)
for line in sys.stdin:
    message = json.loads(line)
    step = message["step"]
    if "data" in message:
        data = message["data"]
        prepared[step] = columns(data["patterns"]) if "patterns" in data else data
        print(json.dumps({}), flush=True)
        continue
    began, started = process_time(), perf_counter()
    work[step](prepared[step])
    times = 1000 * (thinned if step.startswith("shapley") else 1)
    taken = {"ms": (perf_counter() - started) * times, "cpu": (process_time() - began) * times}
    print(json.dumps(taken), flush=True)
