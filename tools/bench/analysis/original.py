"""Times MSTICPy on process rows: python original.py CSV. Prints JSON of seconds, the best of three runs, and of answer sizes."""

import json
import sys
import time
import warnings

import pandas as pd

warnings.filterwarnings("ignore")

from msticpy.analysis.eventcluster import add_process_features, dbcluster_events
from msticpy.transform.iocextract import IoCExtract
from msticpy.transform.proc_tree_builder import build_process_tree


def best(work):
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        answer = work()
        taken.append(time.perf_counter() - start)
    return min(taken), answer


rows = pd.read_csv(sys.argv[1], keep_default_na=False)
rows["TimeGenerated"] = pd.to_datetime(rows["TimeGenerated"], utc=True, format="ISO8601")
rows["TimeCreatedUtc"] = rows["TimeGenerated"]
columns = ["commandlineTokensFull", "pathScore", "isSystemSession"]
result = {}
seconds, tree = best(lambda: build_process_tree(rows.copy()))
result["tree"] = [seconds, len(tree)]
seconds, features = best(lambda: add_process_features(rows.copy()))
result["features"] = [seconds, len(features)]
seconds, found = best(
    lambda: dbcluster_events(
        data=features, cluster_columns=columns, max_cluster_distance=0.0001, min_cluster_samples=2
    )[0]
)
result["clusters"] = [seconds, len(found)]
seconds, iocs = best(lambda: IoCExtract().extract(data=rows, columns=["CommandLine"]))
result["iocs"] = [seconds, len(iocs)]
print(json.dumps(result))
