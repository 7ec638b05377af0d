"""Times the same questions in pandas: pandas_bench.py <csv> <runs>. One idiomatic answer each, not a tuned one.

Attrition is the counts alone: pandas has no form of it that also checks the data and judges the result.
"""

import json
import sys
from statistics import median
from time import perf_counter

import pandas as pd

csv, runs = sys.argv[1], int(sys.argv[2])


def timed(work):
    taken = []
    for _ in range(runs):
        started = perf_counter()
        result = work()
        taken.append((perf_counter() - started) * 1000)
    return result, median(taken)


def weekly(events):
    return events.groupby(events["time"].dt.to_period("W"))["customer"].nunique()


def attrition(events, opens, closes):
    month = pd.DateOffset(months=1)

    def active(start, end):
        return set(events.loc[(events["time"] >= start) & (events["time"] < end), "customer"])

    start, end = active(opens - month, opens), active(closes - month, closes)
    first_seen = events.groupby("customer")["time"].min()
    new = ((first_seen >= opens) & (first_seen < closes)).sum()
    return len(start), len(start - end), new


def over_time(events):
    months = events["time"].dt.year * 12 + events["time"].dt.month
    active = events.assign(month=months)[["customer", "month"]].drop_duplicates()
    before = active.assign(month=active["month"] + 1)
    both = before.merge(active, on=["customer", "month"], how="left", indicator=True)
    return both.groupby("month")["_merge"].value_counts()


def cohorts(events):
    weeks = events["time"].dt.to_period("W").dt.start_time
    active = events.assign(week=weeks)[["customer", "week"]].drop_duplicates()
    active["cohort"] = active.groupby("customer")["week"].transform("min")
    active["offset"] = (active["week"] - active["cohort"]).dt.days // 7
    return active.groupby(["cohort", "offset"]).size()


def second_purchases(events):
    days = events.assign(day=events["time"].dt.normalize())[["customer", "day"]].drop_duplicates()
    ordered = days.sort_values(["customer", "day"])
    between = (ordered.groupby("customer")["day"].shift(-1) - ordered["day"]).dt.days
    return between[~ordered["customer"].duplicated()].value_counts(dropna=False)


events, load = timed(lambda: pd.read_csv(csv, parse_dates=["time"]))
times = {
    "load": load,
    "second purchases": timed(lambda: second_purchases(events))[1],
    "weekly distinct customers": timed(lambda: weekly(events))[1],
    "attrition, counts alone": timed(lambda: attrition(events, pd.Timestamp("2025-05-01"), pd.Timestamp("2025-06-01")))[1],
    "attrition over 24 months, counts alone": timed(lambda: over_time(events))[1],
    "cohorts": timed(lambda: cohorts(events))[1],
}
print(json.dumps({"version": pd.__version__, "times": times}))
