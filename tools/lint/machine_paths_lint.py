#!/usr/bin/env python3
"""What is kept builds anywhere: no path of one machine, and only .ci/run knows what lies beside the project."""
import re

import source_tree

PATH = re.compile(r"(?<![\w.:~/-])/(?:home|root|Users|work|farm|mnt|media|srv|scratch|workspace|tmp)/[\w.-]+")
BESIDE = re.compile(r"\.\./shar" r"ed\b")


def check(root):
    for path in source_tree.kept_files(root):
        if (root / path).stat().st_size > 5_000_000:
            continue
        text = source_tree.read(root, path)
        for match in PATH.finditer(text):
            yield f"{path}:{source_tree.line_of(text, match.start())}: {match.group(0)} is a path of one machine"
        if str(path) != ".ci/run":
            for match in BESIDE.finditer(text):
                yield f"{path}:{source_tree.line_of(text, match.start())}: only .ci/run may name what lies beside the project"


SAMPLES = [
    ("relative", {"README.md": "see docs/guide.md and https://example.org/home/page\n"}, None),
    ("a home", {"README.md": "\ncd /" "home/ann/probity\n"}, "README.md:2: /" "home/ann is a path"),
    ("beside", {"tests/a.cpp": 'open("../shar' 'ed/data");\n'}, "only .ci/run"),
    ("the build machine", {".ci/run": "cd ../shar" "ed/data\n"}, None),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
