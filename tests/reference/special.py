"""Reference values for the special functions of src/analyses/stats: python3 special.py > special.json (mpmath)."""

import json

import mpmath

mpmath.mp.dps = 60

POINTS = [1e-8, 0.003, 0.2, 0.49, 0.51, 0.9, 1, 1.0001, 1.4, 1.4616321449683622, 1.6, 1.9999, 2, 2.3, 2.6, 4.4, 7, 9.99, 10, 13.7, 60, 1e3, 1e6, 1e9]
SMALL = [1e-6, 0.2, 0.7929, 1, 2.4, 9.5, 10.5, 77.7, 5e3, 1e7]


def gauss():
    """[a, b, c, z, ln F], with the parameters that buy-till-you-die models and the incomplete beta function come to."""
    rows = []
    cases = [(0.24, 2.43, 2.22), (1.24, 3.43, 3.22), (26.24, 28.43, 28.22), (1, 0.55, 2.16), (1, 26.55, 28.16), (1, 300.5, 302.1), (0.5, 0.5, 1), (2, 3, 5), (1, 1, 1.0001), (1.5, 0.01, 0.02), (40, 60, 30), (300, 200, 400), (3, 2, 40), (1, 5000.5, 5001), (0.3, 0.4, 4.7), (2, 900, 1000)]
    for a, b, c in cases:
        for z in [1e-9, 0.02, 0.3, 0.7, 0.89, 0.95, 0.995, 1 - 1e-5, 1 - 1e-9, 1 - 2.0**-50]:
            with mpmath.workdps(80):
                value = mpmath.hyp2f1(mpmath.mpf(a), mpmath.mpf(b), mpmath.mpf(c), mpmath.mpf(z), maxterms=10**6)
            rows.append([a, b, c, z, float(mpmath.log(value))])
    return rows


def student():
    """[t, df, upper tail], through the incomplete beta function."""
    rows = []
    for t in [1e-6, 0.3, 1, 1.96, 2.5, 6, 40]:
        for df in [1, 2, 3.7, 12, 28, 400, 1e5]:
            x = mpmath.mpf(df) / (mpmath.mpf(df) + mpmath.mpf(t) ** 2)
            rows.append([t, df, float(mpmath.betainc(mpmath.mpf(df) / 2, 0.5, 0, x, regularized=True) / 2)])
    return rows


print(
    json.dumps(
        {
            "ln_gamma": [[x, float(mpmath.loggamma(mpmath.mpf(x)))] for x in POINTS],
            "digamma": [[x, float(mpmath.digamma(mpmath.mpf(x)))] for x in POINTS],
            "ln_beta": [[a, b, float(mpmath.log(mpmath.beta(mpmath.mpf(a), mpmath.mpf(b))))] for a in SMALL for b in SMALL],
            "ln_rising": [[a, n, float(mpmath.loggamma(mpmath.mpf(a) + n) - mpmath.loggamma(mpmath.mpf(a)))] for a in SMALL for n in [1, 7, 40]],
            "gauss": gauss(),
            "student": student(),
        }
    )
)
