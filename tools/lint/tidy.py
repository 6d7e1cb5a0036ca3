#!/usr/bin/env python3
"""clang-tidy over every source of ours that is no test, from the release build's compile commands without their
precompiled header, so that a file which leans on it for an include is found.

What was good is remembered until the file, what it includes, its flags or .clang-tidy changes. Files named on
the command line are the only ones looked at."""
import json
import pathlib
import re
import subprocess
import sys

import source_tree

TIDY = "clang-tidy-14"
PRECOMPILED = re.compile(r" -Winvalid-pch| -fpch-preprocess| -include \S*/cmake_pch\.hxx")


def main():
    root = source_tree.PROJECT
    build = root / "build" / "release"
    rules = (root / ".clang-tidy").read_text()
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    flags = {}
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if path.is_relative_to(root) and not path.is_relative_to(root / "build"):
            path = path.relative_to(root)
            if path.parts[0] in ("src", "programs") and not path.name.endswith("_test.cpp"):
                flags[path] = entry["command"]
    commands = root / "build" / "tidy"
    commands.mkdir(exist_ok=True)
    (commands / "compile_commands.json").write_text(json.dumps(entries))
    wanted = {pathlib.Path(name) for name in sys.argv[1:]} or set(flags)
    paths = sorted(wanted & set(flags))

    def work(path):
        done = subprocess.run([TIDY, "-p", str(commands), "--quiet", "--extra-arg=-Wno-unknown-warning-option", str(path)],
                              cwd=root, capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stdout + ("" if done.stdout.strip() else done.stderr)

    key = lambda path: source_tree.content_key(root, path, rules, version, flags[path])
    memory = "tidy" if not sys.argv[1:] else "tidy_some"
    bad = 0
    for path, output in source_tree.check_remembered(root, memory, paths, key, work):
        print(f"{path}:\n{output}")
        bad += 1
    print(f"{len(paths)} files, {bad} with findings")
    sys.exit(1 if bad or not paths else 0)


if __name__ == "__main__":
    main()
