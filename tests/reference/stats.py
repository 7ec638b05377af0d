"""Reference values for src/analyses/stats: python3 stats.py > stats.json (numpy, scipy, mpmath)."""

import json

import mpmath
import numpy as np
from scipy import optimize

mpmath.mp.dps = 40


def normal():
    quantiles = [1e-300, 1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.9249, 0.9251, 0.975, 0.9999]
    points = [-37.0, -20.0, -9.3, -5.7, -5.6, -3.0, -1.0, -0.68, -0.67, -0.1, 0.0, 0.1, 0.67, 0.68, 1.0, 3.0, 5.6, 8.0]
    return {
        "quantile": [[p, float(inverse(mpmath.mpf(p)))] for p in quantiles],
        "cdf": [[x, float(mpmath.ncdf(mpmath.mpf(x)))] for x in points],
    }


def inverse(p):
    """x of cdf(x) = p by bisection on the exact cdf."""
    low, high = mpmath.mpf(-40), mpmath.mpf(40)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if mpmath.ncdf(middle) < p else (low, middle)
    return low


def laney():
    """p'-chart of twelve points by the formulas of Laney (2002)."""
    x = np.array([412, 388, 530, 401, 610, 455, 398, 502, 377, 590, 420, 466])
    n = np.array([10000, 9800, 10400, 9900, 10800, 10100, 9700, 10300, 9600, 10900, 10050, 10200])
    p = x.sum() / n.sum()
    sigma = np.sqrt(p * (1 - p) / n)
    z = (x / n - p) / sigma
    sigma_z = np.abs(np.diff(z)).mean() / (2 / np.sqrt(np.pi))
    return {
        "x": x.tolist(),
        "n": n.tolist(),
        "centre": p,
        "inflation": sigma_z,
        "limits": [[float(a), float(b)] for a, b in zip(p - 3 * sigma * sigma_z, p + 3 * sigma * sigma_z)],
    }


def trend():
    """Logistic trend over periods with customers as clusters, maximised by a general optimiser, sandwich by hand."""
    rng = np.random.default_rng(20240101)
    rows = []
    for customer in range(40):
        inclination = rng.normal()
        for period in range(6):
            if rng.random() < 0.7:
                lost = rng.random() < 1 / (1 + np.exp(1.2 - 0.15 * period - inclination))
                rows.append((customer, period, int(lost)))
    rows = np.array(rows)
    design = np.column_stack([np.ones(len(rows)), rows[:, 1]])
    y = rows[:, 2]

    def loss(b):
        eta = design @ b
        return -(y * eta - np.logaddexp(0, eta)).sum()

    def slope(b):
        return -design.T @ (y - 1 / (1 + np.exp(-design @ b)))

    b = optimize.minimize(loss, np.zeros(2), jac=slope, method="BFGS", options={"gtol": 1e-13}).x
    p = 1 / (1 + np.exp(-design @ b))
    # One Newton step more: BFGS stops a little short.
    information = (design * (p * (1 - p))[:, None]).T @ design
    b = b + np.linalg.solve(information, design.T @ (y - p))
    p = 1 / (1 + np.exp(-design @ b))
    bread = np.linalg.inv((design * (p * (1 - p))[:, None]).T @ design)
    scores = np.array([(design * (y - p)[:, None])[rows[:, 0] == c].sum(axis=0) for c in np.unique(rows[:, 0])])
    clusters = len(scores)
    meat = scores.T @ scores
    covariance = bread @ meat @ bread * clusters / (clusters - 1)
    return {
        "rows": rows.tolist(),
        "coefficients": b.tolist(),
        "clusters": clusters,
        "meat": meat.tolist(),
        "se_model": np.sqrt(np.diag(bread)).tolist(),
        "se_clustered": np.sqrt(np.diag(covariance)).tolist(),
    }


if __name__ == "__main__":
    print(json.dumps({"normal": normal(), "laney": laney(), "trend": trend()}))
