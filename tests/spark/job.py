"""Articles to claims and groups on Apache Spark, with the claimdiff program on every worker.

    spark-submit job.py --claimdiff PATH --articles IN --out DIR [--window DAYS]

IN: JSON Lines or Parquet with a row per article: id (unlike for all), text, and what is known of title, author, date, sitename, url.
DIR gets claims.parquet (a row per claim) and groups.parquet (a row per group), with the object of claimdiff's JSON Schema in `json`.

Extracting is a map. The stories are found from each article's day and most telling words, window by window of its date (all at once without
--window); the story is the key of the one shuffle; reconciling reduces each story. A task that is lost is done again and gives the same.
"""

import argparse
import itertools
import json
import os
import subprocess
import threading

from pyspark import SparkFiles
from pyspark.sql import Row, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

ARTICLE = ("id", "text", "title", "author", "date", "sitename", "url")
NOTHING_READ = 2

LINE = T.StructType([T.StructField(n, T.StringType(), False) for n in ("id", "published", "line")])
STORY = T.StructType([T.StructField(n, T.StringType(), False) for n in ("id", "story")])
CLAIM = T.StructType([T.StructField(n, T.StringType(), False) for n in ("id", "source", "kind", "text", "json")])
GROUP = T.StructType([T.StructField(n, T.StringType(), False) for n in ("id", "story", "kind", "status", "label", "json")])


def claimdiff(program, arguments, lines):
    """The lines that the program answers to lines on its standard input; none to none."""
    lines = iter(lines)
    first = next(lines, None)
    if first is None:
        return
    command = [SparkFiles.get(program), *arguments]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    # Spark runs a task for each core already.
    process = subprocess.Popen(command, **pipes, env={**os.environ, "RAYON_NUM_THREADS": "1"})
    troubles = []

    def write():
        try:
            for line in itertools.chain([first], lines):
                process.stdin.write(line.encode() + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass  # its exit status says why it stopped reading

    threads = [threading.Thread(target=write), threading.Thread(target=lambda: troubles.extend(process.stderr))]
    for thread in threads:
        thread.start()
    for line in process.stdout:
        yield line.decode()
    for thread in threads:
        thread.join()
    # A partition may hold no readable article: that is said in its lines, and no reason to stop.
    if process.wait() not in (0, NOTHING_READ) or any(b"panicked" in t for t in troubles):
        raise RuntimeError(b"".join(troubles[-20:]).decode(errors="replace"))


def extract(program):
    def run(rows):
        articles = (json.dumps({k: v for k, v in row.asDict().items() if k in ARTICLE and v is not None}) for row in rows)
        for line in claimdiff(program, ["extract", "-"], articles):
            source = json.loads(line)["source"]
            if "skipped" not in source:
                yield Row(id=source["id"], published=source["published"] or "", line=line)
    return run


def divide(program):
    def run(window):
        _, lines = window
        for answer in claimdiff(program, ["stories"], lines):
            yield Row(**json.loads(answer))
    return run


def for_division(row):
    """A line without what the division does not ask for."""
    line = json.loads(row.line)
    source = {k: v for k, v in line["source"].items() if k in ("id", "path", "published", "sentences")}
    return json.dumps({"source": source, "claims": []})


def claims(row):
    for c in json.loads(row.line)["claims"]:
        yield Row(id=c["id"], source=c["source"], kind=c["kind"], text=c["text"], json=json.dumps(c))


def with_story(row):
    line = json.loads(row.line)
    line["source"]["story"] = row.story
    return json.dumps(line)


def reconcile(program):
    def run(rows):
        for line in claimdiff(program, ["reconcile", "--format", "jsonl"], map(with_story, rows)):
            if line.startswith('{"type":"group"'):
                g = json.loads(line)
                yield Row(id=g["id"], story=g["story"], kind=g["kind"], status=g["status"], label=g["label"], json=line.strip())
    return run


def window_of(days):
    """The number of the window that a day falls into; articles without a date are in one of their own."""
    return F.lit(0) if not days else F.coalesce(F.floor(F.datediff(F.to_date("published"), F.lit("1970-01-01")) / days), F.lit(-1))


def main():
    parser = argparse.ArgumentParser()
    for name in ("--claimdiff", "--articles", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--window", type=int)
    args = parser.parse_args()

    spark = SparkSession.builder.appName("claimdiff").getOrCreate()
    spark.sparkContext.addFile(args.claimdiff)
    program = os.path.basename(args.claimdiff)
    articles = spark.read.parquet(args.articles) if args.articles.endswith(".parquet") else spark.read.json(args.articles)

    # Written once and read from there: a worker that is lost later does not cost the map again.
    stored = os.path.join(args.out, "lines.parquet")
    spark.createDataFrame(articles.rdd.mapPartitions(extract(program)), LINE).write.mode("overwrite").parquet(stored)
    lines = spark.read.parquet(stored)
    spark.createDataFrame(lines.rdd.flatMap(claims), CLAIM).write.mode("overwrite").parquet(os.path.join(args.out, "claims.parquet"))

    windows = lines.withColumn("window", window_of(args.window)).rdd.map(lambda row: (row.window, for_division(row))).groupByKey()
    stories = spark.createDataFrame(windows.flatMap(divide(program)), STORY)

    told = lines.join(stories, "id").repartition("story").sortWithinPartitions("story", "id")
    groups = spark.createDataFrame(told.rdd.mapPartitions(reconcile(program)), GROUP)
    groups.write.mode("overwrite").parquet(os.path.join(args.out, "groups.parquet"))
    spark.stop()


if __name__ == "__main__":
    main()
