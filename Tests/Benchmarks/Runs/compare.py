"""Runs plantoets and other readers of the same plans, one after the other, and prints what each took.

Called by .ci/benchmark, which builds the programs and makes the plans. Every figure is of whole processes: wall
time (the median, and the least), processor time of all threads, and the most memory at once. The programs take turns, so
that other work on the machine meets all of them. Ratios are of medians.
"""

import argparse
import glob
import json
import os
import statistics
import subprocess
import sys

# About how long the runs of one program on one set of plans may take together, in seconds; there are three at least,
# unless the first alone takes longer.
BUDGET = 8.0


class Program:
    """A command that is measured on one set of plans."""

    def __init__(self, name, command, accepted=(0,)):
        self.name = name
        self.command = command
        self.accepted = accepted
        self.runs = []
        self.wanted = None
        self.problem = None

    def run(self, usage):
        answer = subprocess.run([usage, *self.command], capture_output=True, text=True)
        if answer.returncode != 0:
            self.problem = answer.stderr.strip()
            return
        wall, cpu, memory, status = (int(word) for word in answer.stdout.split())
        if status not in self.accepted:
            self.problem = f"exit code {status}"
            return
        self.runs.append((wall / 1e6, cpu / 1e6, memory * 1024))
        self.status = status

    def is_due(self, most):
        if self.problem:
            return False
        if not self.runs:
            return True
        if self.wanted is None:
            first = self.runs[0][0]
            self.wanted = 1 if first > BUDGET else max(3, min(most, int(BUDGET / first)))
        return len(self.runs) < self.wanted

    @property
    def wall(self):
        return statistics.median(run[0] for run in self.runs)

    @property
    def least(self):
        return min(run[0] for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run[1] for run in self.runs)

    @property
    def memory(self):
        return statistics.median(run[2] for run in self.runs)


def measure(usage, programs, most):
    """Lets the programs take turns until each had its runs."""
    while due := [program for program in programs if program.is_due(most)]:
        for program in due:
            program.run(usage)


def plans(folder):
    return sorted(glob.glob(os.path.join(folder, "*.yaml")))


def programs(tools, folder, others):
    """What reads the plans of a folder: plantoets in its forms, and those of the others that are there."""
    files = plans(folder)
    target = files if len(files) == 1 else [folder]
    check = [tools["plantoets"], "check", "--fail-on", "never"]
    found = [Program("plantoets, concise", [*check, "--format", "concise", *target])]
    found.append(Program("plantoets, ndjson", [*check, "--format", "ndjson", *target]))
    if len(files) == 1:
        found.append(Program("plantoets, text", [*check, *target]))
    if 1 < len(files) <= 1000:
        jobs = [*check, "--format", "ndjson", "--jobs"]
        found += [Program(f"plantoets, ndjson, --jobs {n}", [*jobs, str(n), *target]) for n in (1, 2)]
    found.append(Program("libyaml's events", [tools["events"], *files]))
    schema = "rules/ppj/plan.schema.json"
    commands = {
        "sourcemeta-jsonschema": [["validate", "--continue", schema, *target], (0, 2)],
        "check-jsonschema": [["--schemafile", schema, *files], (0, 1)],
        "yamllint": [target, (0, 1)],
    }
    for name in others:
        if tools.get(name):
            arguments, accepted = commands[name]
            found.append(Program(name, [tools[name], *arguments], accepted))
    return found


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return f"{model}, {cores} cores, {memory:.0f} GB, load {load:.1f} at the start"


def shown(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        first = row[0].ljust(widths[0])
        print("| " + " | ".join([first, *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:]))]) + " |")
        if number == 0:
            print("|" + "|".join(["-" * (widths[0] + 2), *("-" * (w + 1) + ":" for w in widths[1:])]) + "|")


def show(title, programs, base=None):
    """A table of what the programs took, and how many times as much as one of them."""
    rows = [(title, "wall", "least", "CPU", "memory", "runs", "wall ×", "CPU ×")]
    for program in programs:
        if not program.runs:
            rows.append((program.name, "failed", "", "", "", "0", "", ""))
            continue
        times = [shown(time) for time in (program.wall, program.least, program.cpu)]
        ratios = ["", ""]
        if base:
            ratios = [f"{program.wall / base.wall:.2f}", f"{program.cpu / base.cpu:.2f}"]
        size = f"{program.memory / 2**20:.1f} MB"
        rows.append((program.name, *times, size, str(len(program.runs)), *ratios))
    table(rows if base else [row[:-2] for row in rows])
    if base:
        print(f"× is against {base.name}.")
    print()


def bars(cases, folders):
    """The bars of the design, each with what was measured; those whose programs are missing are left out."""

    def find(case, name):
        return next((p for p in cases.get(case, []) if p.name == name and p.runs), None)

    def add(text, value, limit, form="{:.2f}"):
        met = "yes" if value <= limit else "no"
        rows.append((text, form.format(value), "at most " + form.format(limit), met))

    def size(case):
        return sum(os.path.getsize(file) for file in plans(folders[case]))

    rows = [("bar", "measured", "wanted", "met")]
    one, many, most, long = (find(case, "plantoets, concise") for case in ("1", "342", "10000", "5MB"))
    version = find("start", "plantoets --version")
    smallest = find("start", "plantoets check, smallest plan")
    rival = find("1", "sourcemeta-jsonschema")
    if one:
        add("one plan: wall time in ms", one.wall * 1000, 10, "{:.1f}")
    if one and rival:
        add("one plan: wall time × sourcemeta-jsonschema", one.wall / rival.wall, 3)
    if version:
        add("start, --version: wall time in ms", version.wall * 1000, 5, "{:.1f}")
    if smallest:
        add("start with the rules, smallest plan: wall time in ms", smallest.wall * 1000, 5, "{:.1f}")
    for case, title in (("342", "342 plans"), ("copies", "342 copies")):
        for form in ("concise", "ndjson"):
            run, floor = find(case, f"plantoets, {form}"), find(case, "libyaml's events")
            if run and floor:
                add(f"{title}, {form}: wall time × libyaml's events on one core", run.wall / floor.wall, 2)
                add(f"{title}, {form}: memory in MB", run.memory / 2**20, 64, "{:.1f}")
    # What grows is compared by processor time, which other work on the machine changes least.
    if many and most:
        per_plan = [run.cpu / len(plans(folders[case])) for run, case in ((most, "10000"), (many, "342"))]
        add("10,000 plans: CPU per plan × that of 342", per_plan[0] / per_plan[1], 1.1)
        add("10,000 plans: memory × that of 342", most.memory / many.memory, 1.5)
    if many and long:
        per_byte = [run.cpu / size(case) for run, case in ((long, "5MB"), (many, "342"))]
        add("5 MB in one plan: CPU per byte × that of 342 plans", per_byte[0] / per_byte[1], 1.1)
    table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", required=True, help="JSON: the path of each program by its name")
    parser.add_argument("--plans", required=True, help="the folder with the folders of plans")
    parser.add_argument("--runs", type=int, default=31, help="at most so many runs of each")
    parser.add_argument("--json", metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    tools = json.loads(options.tools)

    print(machine())
    left_out = [name for name, path in tools.items() if not path]
    if left_out:
        print(f"Left out: {', '.join(left_out)}.")
    is_busy = os.getloadavg()[0] > 1
    if is_busy:
        print("Other work is going on: wall times say little, compare CPU.")
    print()

    folders = {case: os.path.join(options.plans, case) for case in ("1", "342", "copies", "10000", "5MB")}
    folders = {case: folder for case, folder in folders.items() if os.path.isdir(folder)}
    smallest = os.path.join(options.plans, "smallest.yaml")
    cases = {
        "start": [
            Program("/bin/true", ["/bin/true"]),
            Program("plantoets --version", [tools["plantoets"], "--version"]),
            Program(
                "plantoets check, smallest plan",
                [tools["plantoets"], "check", "--fail-on", "never", "--format", "concise", smallest],
            ),
        ]
    }
    measure(tools["usage"], cases["start"], options.runs)
    show("the start of a process", cases["start"])

    for case, folder in folders.items():
        # The readers in Python take minutes for the larger sets.
        slow = ["check-jsonschema", "yamllint"] if case in ("1", "342") else []
        cases[case] = programs(tools, folder, ["sourcemeta-jsonschema", *slow])
        measure(tools["usage"], cases[case], options.runs)
        count = len(plans(folder))
        size = sum(os.path.getsize(file) for file in plans(folder))
        what = "copies of the good example" if case == "copies" else f"plan{'s' if count > 1 else ''}"
        title = f"{count:,} {what}, {size / 1e6:.3g} MB"
        # One plan has its bar against another validator, many against the reading alone.
        base = "sourcemeta-jsonschema" if case == "1" else "libyaml's events"
        show(title, cases[case], next((p for p in cases[case] if p.name == base and p.runs), None))

    if is_busy:
        print("Other work was going on: wall times say little.\n")
    bars(cases, folders)
    if options.json:
        figures = {
            case: [
                {
                    "name": p.name,
                    "wall": p.wall,
                    "least": p.least,
                    "cpu": p.cpu,
                    "memory": p.memory,
                    "runs": len(p.runs),
                }
                for p in programs
                if p.runs
            ]
            for case, programs in cases.items()
        }
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"machine": machine(), "cases": figures}, file, indent=2)
            file.write("\n")
    failed = [p for programs in cases.values() for p in programs if p.problem]
    for program in failed:
        print(f"{program.name} failed: {program.problem}", file=sys.stderr)
    sys.exit(1 if failed else 0)


main()
