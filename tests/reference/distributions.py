"""Reference values for the distributions of src/analyses/stats: python3 distributions.py > distributions.json (mpmath, numpy, scipy)."""

import json

import mpmath
import numpy as np
from scipy import stats

mpmath.mp.dps = 60


def chi_square():
    """[x, df, upper, lower] with 60 digits of work."""
    rows = []
    for df in [1, 2, 3, 4, 5, 7, 10, 19, 20, 39, 40, 41, 42, 43, 99, 100, 1000, 1001, 10000, 9999]:
        for factor in ["1e-6", "0.01", "0.3", "0.8", "0.95", "1", "1.05", "1.2", "2", "5", "20", "60"]:
            x = float(mpmath.mpf(factor) * df)
            half = mpmath.mpf(x) / 2
            a = mpmath.mpf(df) / 2
            upper = mpmath.gammainc(a, half, mpmath.inf, regularized=True)
            lower = mpmath.gammainc(a, 0, half, regularized=True)
            rows.append([x, df, tell(upper), tell(lower)])
    return rows


def tell(p):
    return float(p) if p > mpmath.mpf("1e-290") else 0


def chi_square_quantile():
    """[p, df, x]: bisection on the exact lower tail."""
    rows = []
    for df in [1, 2, 3, 6, 20, 101, 2000]:
        for p in [1e-12, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999]:
            goal, a = mpmath.mpf(p), mpmath.mpf(df) / 2
            low, high = mpmath.mpf("1e-60"), mpmath.mpf(10000)
            for _ in range(300):
                middle = mpmath.sqrt(low * high)
                if mpmath.gammainc(a, 0, middle / 2, regularized=True) < goal:
                    low = middle
                else:
                    high = middle
            rows.append([p, df, float(low)])
    return rows


def bca():
    """Shares and limits of Efron & Tibshirani (1993), 14.9 and 14.10, on replicates 0.001..0.999."""
    replicates = np.arange(1, 1000) / 1000
    rows = []
    for estimate, acceleration in [(0.4503, 0.05), (0.5, 0.0), (0.6207, -0.03)]:
        bias = stats.norm.ppf((replicates < estimate).mean() + (replicates == estimate).mean() / 2)
        shares = []
        for tail in [0.025, 0.975]:
            moved = bias + stats.norm.ppf(tail)
            shares.append(stats.norm.cdf(bias + moved / (1 - acceleration * moved)))
        rows.append([estimate, acceleration, *[float(q) for q in np.quantile(replicates, shares)]])
    return rows


print(
    json.dumps(
        {"chi_square": chi_square(), "chi_square_quantile": chi_square_quantile(), "bca": bca()}
    )
)
