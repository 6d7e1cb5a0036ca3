#!/usr/bin/env python3
"""clang-tidy over every source of ours that is no test, from the release build's compile commands without their
precompiled header.

Every check walks all that a file includes, so sources that say nothing against each other (tools/read_together.py) are looked
at as one, more of them than the build compiles together and of all folders; those of a group that has a finding are looked at
one by one. What was good is remembered until a file, what it includes, the options or .clang-tidy changes. Files named on the
command line are looked at alone, and nothing else is."""
import json
import pathlib
import re
import shlex
import subprocess
import sys

import source_tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import read_together

TIDY = "clang-tidy-14"
MOST = 40  # files looked at as one
GNU_ALONE = ("-Wno-restrict", "-Wno-subobject-linkage")
PRECOMPILED = re.compile(r" -Winvalid-pch| -fpch-preprocess| -include \S*/cmake_pch\.hxx")


def is_ours(path):
    return path.parts[0] in ("src", "programs") and not path.name.endswith("_test.cpp")


def options_of_all(root):
    """What the sources of ours are compiled with, each option once, without the warnings that clang does not know."""
    options = {}
    for entry in json.loads((root / "build" / "release" / "compile_commands.json").read_text()):
        if re.search(r"CMakeFiles/(?:probity_precompiled|\w+_tests)\.dir/", entry["command"]) or "/bench/" in entry["file"]:
            continue
        words = shlex.split(PRECOMPILED.sub("", entry["command"]).split(" -o ")[0])[1:]
        options |= dict.fromkeys(word for word in words if word.startswith("-") and word not in GNU_ALONE)
    return list(options)


def main():
    root = source_tree.PROJECT
    rules = (root / ".clang-tidy").read_text()
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    options = options_of_all(root)
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    sources = named or [path for path in source_tree.code_files(root, (".cpp",), ("src", "programs")) if is_ours(path)]
    groups = [[path] for path in named] or read_together.groups(root, sources, MOST)
    together = {group[0]: group for group in groups}
    folder = root / "build" / "lint" / "together"
    folder.mkdir(parents=True, exist_ok=True)

    def look_at(source):
        done = subprocess.run([TIDY, "--quiet", str(source), "--", *options], cwd=root, capture_output=True, text=True,
                              check=False)
        return done.returncode == 0, done.stdout + ("" if done.stdout.strip() else done.stderr)

    def work(first):
        group = together[first]
        if len(group) == 1:
            return look_at(first)
        source = folder / (re.sub(r"\W", "_", str(first)) + ".cpp")
        source.write_text("".join(f'#include "{root / path}"\n' for path in group))
        good, said = look_at(source)
        if good:
            return True, said
        alone = [(path, *look_at(path)) for path in group]
        found = "\n".join(f"{path}:\n{output}" for path, ok, output in alone if not ok)
        return not found, found

    def key(first):
        return "".join(source_tree.content_key(root, one, rules, version, options) for one in together[first])

    # The most to do first, so that no processor is left waiting at the end.
    tasks = sorted(together, key=lambda first: (-len(together[first]), first))
    bad = 0
    for first, output in source_tree.check_remembered(root, "tidy_some" if named else "tidy", tasks, key, work):
        print(f"{', '.join(map(str, together[first]))}:\n{output}")
        bad += 1
    print(f"{len(sources)} files in {len(tasks)} tasks, {bad} with findings")
    sys.exit(1 if bad or not sources else 0)


if __name__ == "__main__":
    main()
