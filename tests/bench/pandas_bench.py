"""Times the same questions in pandas: pandas_bench.py <csv>. One idiomatic answer each, not a tuned one.

A line of JSON in, {"question": name}; a line out, {"ms", "cpu"}. The first line out is {"version"}.

Attrition is the counts alone: pandas has no form of it that also checks the data and judges the result.
"""

import json
import sys
from time import perf_counter, process_time

import pandas as pd

csv = sys.argv[1]


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


def load():
    global events
    events = pd.read_csv(csv, parse_dates=["time"])


questions = {
    "load": load,
    "weekly": lambda: weekly(events),
    "attrition": lambda: attrition(events, pd.Timestamp("2025-11-01"), pd.Timestamp("2025-12-01")),
    "over time": lambda: over_time(events),
    "second purchases": lambda: second_purchases(events),
    "cohorts": lambda: cohorts(events),
}
print(json.dumps({"version": pd.__version__}), flush=True)
for line in sys.stdin:
    answer = questions[json.loads(line)["question"]]
    began, started = process_time(), perf_counter()
    answer()
    taken = {"ms": (perf_counter() - started) * 1000, "cpu": (process_time() - began) * 1000}
    print(json.dumps(taken), flush=True)
