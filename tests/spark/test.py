"""The groups of job.py on two workers are those of one machine, also when a worker dies during the map.

    python test.py CLAIMDIFF    (in an environment that has pyspark)
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).resolve().parent
STORIES = HERE.parent.parent / "fixtures" / "stories"
MASTER = "local-cluster[2,1,1024]"

# Runs the program; the first call of all ends the worker that it runs on, as if its machine had failed.
FAILING = """#!/bin/sh
if mkdir "{flag}" 2>/dev/null; then
    pid=$$
    while [ "$(cat /proc/$pid/comm)" != java ]; do pid=$(awk '$1 == "PPid:" {{print $2}}' /proc/$pid/status); done
    kill -9 "$pid"
    sleep 60
fi
exec "{program}" "$@"
"""


def articles():
    """The texts of all stories as JSON articles."""
    for path in sorted(STORIES.glob("*/*")):
        if path.suffix in (".txt", ".md"):
            yield {"id": f"{path.parent.name}/{path.stem}", "text": path.read_text(encoding="utf-8")}


def on_one_machine(program, file):
    report = subprocess.run([program, "--format", "jsonl", file], check=True, capture_output=True).stdout.decode()
    return sorted(of_its_story(line) for line in report.splitlines() if line.startswith('{"type":"group"'))


def of_its_story(line):
    """A group without the number that tells it from one of another story in the same report."""
    return re.sub(r'("id":"[0-9a-f]{8})-\d+', r"\1", line, count=1)


def on_spark(program, folder, out):
    submit = shutil.which("spark-submit", path=os.path.dirname(sys.executable))
    quiet = ["--conf", "spark.ui.enabled=false", "--conf", "spark.executor.memory=1g", "--conf", "spark.log.level=ERROR"]
    arguments = ["--claimdiff", program, "--articles", folder, "--out", out]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run([submit, "--master", MASTER, *quiet, HERE / "job.py", *arguments], check=True, timeout=600, env=environment)


def groups(spark, out):
    return sorted(of_its_story(row.json) for row in spark.read.parquet(f"{out}/groups.parquet").collect())


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        parts, whole = folder / "articles", folder / "articles.jsonl"
        parts.mkdir()
        lines = [json.dumps(a) + "\n" for a in articles()]
        whole.write_text("".join(lines))
        for n, line in enumerate(lines):
            (parts / f"{n}.json").write_text(line)
        failing, flag = folder / "failing" / "claimdiff", folder / "a-worker-has-died"
        failing.parent.mkdir()
        failing.write_text(FAILING.format(flag=flag, program=program))
        failing.chmod(0o755)

        on_spark(program, str(parts), str(folder / "calm"))
        on_spark(str(failing), str(parts), str(folder / "disturbed"))
        assert flag.is_dir(), "no worker died"

        wanted = on_one_machine(program, whole)
        spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
        claims = spark.read.parquet(f"{folder}/calm/claims.parquet").count()
        assert len(wanted) > 100 and claims > len(wanted), (len(wanted), claims)
        for run in ("calm", "disturbed"):
            got = groups(spark, folder / run)
            assert got == wanted, f"{run}: {len(got)} groups, {len(wanted)} on one machine; first unlike: " + next(
                (f"{a}\n{b}" for a, b in zip(got, wanted) if a != b), "none")
        spark.stop()
        print(f"spark: {len(lines)} articles, {claims} claims, {len(wanted)} groups: as on one machine, also when a worker dies")


if __name__ == "__main__":
    main()
