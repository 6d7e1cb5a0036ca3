#!/usr/bin/env python3
"""clang-tidy over every source of ours that is no test, from the release build's compile commands without their
precompiled header.

Sources that the build compiles together are read together. What was good is
remembered until a file, what it includes, its options or .clang-tidy changes. Files named on the command line are looked at
alone, and nothing else is."""
import json
import pathlib
import re
import shlex
import subprocess
import sys

import source_tree

TIDY = "clang-tidy-14"
GNU_ALONE = ("-Wno-restrict", "-Wno-subobject-linkage")
PRECOMPILED = re.compile(r" -Winvalid-pch| -fpch-preprocess| -include \S*/cmake_pch\.hxx")

MEMBER = re.compile(r'^#include "([^"]+)"', re.MULTILINE)


def sources_of(root, entry):
    """The files that one compile command is about: of a source that the build writes, those that it reads."""
    path = pathlib.Path(entry["directory"], entry["file"]).resolve()
    if not path.is_relative_to(root):
        return []
    if path.is_relative_to(root / "build"):
        members = [pathlib.Path(name) for name in MEMBER.findall(path.read_text())] if path.exists() else []
        return [one.relative_to(root) for one in members if one.is_absolute() and one.is_relative_to(root)]
    return [path.relative_to(root)]


def main():
    root = source_tree.PROJECT
    rules = (root / ".clang-tidy").read_text()
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    options, together = {}, {}
    for entry in json.loads((root / "build" / "release" / "compile_commands.json").read_text()):
        files = [path for path in sources_of(root, entry)
                 if path.parts[0] in ("src", "programs") and not path.name.endswith("_test.cpp")]
        words = shlex.split(PRECOMPILED.sub("", entry["command"]).split(" -o ")[0])[1:]
        for path in files:  # without the warnings that clang does not know
            options[path] = tuple(word for word in words if word not in GNU_ALONE)
        if files:
            together[files[0]] = (files, entry["file"])
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    if named:
        together = {path: ([path], str(path)) for path in named if path in options}

    def look_at(source, options):
        done = subprocess.run([TIDY, "--quiet", str(source), "--", *options], cwd=root, capture_output=True, text=True,
                              check=False)
        return done.returncode == 0, done.stdout + ("" if done.stdout.strip() else done.stderr)

    def work(first):
        return look_at(together[first][1], options[first])

    def key(first):
        return "".join(source_tree.content_key(root, one, rules, version, options[one]) for one in together[first][0])

    # The most to do first, so that no processor is left waiting at the end.
    tasks = sorted(together, key=lambda first: (-len(together[first][0]), first))
    bad = 0
    for first, output in source_tree.check_remembered(root, "tidy_some" if named else "tidy", tasks, key, work):
        print(f"{', '.join(map(str, together[first][0]))}:\n{output}")
        bad += 1
    looked_at = sum(len(files) for files, _ in together.values())
    print(f"{looked_at} files in {len(tasks)} tasks, {bad} with findings")
    sys.exit(1 if bad or not looked_at else 0)


if __name__ == "__main__":
    main()
