"""Logistic trend of monthly attrition of the CDNOW sample, customers as clusters, from the rows alone (numpy).

python3 trend_cdnow.py <folder with cdnow_sample.csv>
"""

import csv
import json
import sys

import numpy as np


def main(folder):
    with open(f"{folder}/cdnow_sample.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    month = lambda date: (int(date[:4]) - 1997) * 12 + int(date[5:7]) - 1
    active = {(row["customer_id"], month(row["date"])) for row in rows}
    last = max(m for _, m in active)
    risk = [(c, m + 1, (c, m + 1) not in active) for c, m in active if m + 1 <= last]
    customers = np.array([c for c, _, _ in risk])
    time = np.array([m for _, m, _ in risk], dtype=float)
    time -= (time.min() + time.max()) / 2
    lost = np.array([l for _, _, l in risk], dtype=float)
    design = np.column_stack([np.ones(len(risk)), time])

    b = np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ b))
        bread = np.linalg.inv((design * (p * (1 - p))[:, None]).T @ design)
        b = b + bread @ design.T @ (lost - p)
    scores = {}
    for customer, row in zip(customers, design * (lost - p)[:, None]):
        scores[customer] = scores.get(customer, 0) + row
    clusters = np.array(list(scores.values()))
    covariance = bread @ (clusters.T @ clusters) @ bread * len(clusters) / (len(clusters) - 1)
    print(
        json.dumps(
            {
                "rows": len(risk),
                "customers": len(clusters),
                "slope": b[1],
                "se": float(np.sqrt(covariance[1, 1])),
                "steepness": float((p * (1 - p)).mean()),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
