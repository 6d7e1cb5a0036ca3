#!/usr/bin/env python3
"""clang-tidy over every source of ours that is no test, from the release build's compile commands without their
precompiled header.

Most of its time goes on what a file includes, so sources of one module are read as one, several at a time: those whose
text says that they name nothing alike, and whose halves are tried where a compiler says that they do. What was good is
remembered until a file, what it includes, its options or .clang-tidy changes. Files named on the command line are looked at
alone, and nothing else is."""
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import source_tree

TIDY = "clang-tidy-14"
COMPILER = "clang++-14"
PRECOMPILED = re.compile(r" -Winvalid-pch| -fpch-preprocess| -include \S*/cmake_pch\.hxx")

BATCH = 12 # files
LOCAL = re.compile(r"^namespace \{$(.*?)^\} // namespace$", re.MULTILINE | re.DOTALL)
NAMED = (re.compile(r"^(?:struct|class|enum class|enum|union) (\w+)", re.MULTILINE),
         re.compile(r"^(?:template <[^\n]*> )?[\w:][^\n=;]*?(\w+)\(", re.MULTILINE),
         re.compile(r"^(?!using |namespace )[\w:][^\n(]*?(\w+)(?:\[\d*\])*(?: =|\{|;)", re.MULTILINE))
RENAMED = re.compile(r"^(?:using|namespace) (\w+ = [^;]+);", re.MULTILINE)


def local_names(text):
    """What a source names for itself alone, so that two files of one module cannot be read as one."""
    text = source_tree.without_comments(text.replace("} // namespace\n", "}@\n")).replace("}@\n", "} // namespace\n")
    names = {name for region in LOCAL.findall(text) for pattern in NAMED for name in pattern.findall(region)}
    return names, {tuple(one.split(" = ")) for one in RENAMED.findall(text)}


def batches(root, paths, options):
    """Lists of files of one module and the same options that can be read as one, as far as their text tells."""
    found = []
    for path in paths:
        names, renamed = local_names(source_tree.read(root, path))
        for batch in found:
            known = dict(batch["renamed"])
            if (batch["module"] == path.parts[:2] and batch["options"] == options[path] and len(batch["files"]) < BATCH
                    and not names & batch["names"] and not names & set(known)
                    and all(known.get(name, what) == what and name not in batch["names"] for name, what in renamed)):
                break
        else:
            batch = {"module": path.parts[:2], "options": options[path], "files": [], "names": set(), "renamed": set()}
            found.append(batch)
        batch["files"].append(path)
        batch["names"] |= names
        batch["renamed"] |= renamed
    return [batch["files"] for batch in found]


def read_as_one(files, options, folder):
    """`files` in parts that a compiler takes as one source each, with the name of that source."""
    if len(files) == 1:
        return [(files, files[0])]
    source = folder / ("_".join((str(files[0].with_suffix("")).replace("/", "_"), str(len(files)))) + ".cpp")
    source.write_text("".join(f'#include "{source_tree.PROJECT / one}"\n' for one in files))
    if subprocess.run([COMPILER, "-fsyntax-only", *options, str(source)], capture_output=True, check=False).returncode == 0:
        return [(files, source)]
    half = len(files) // 2
    return read_as_one(files[:half], options, folder) + read_as_one(files[half:], options, folder)


def main():
    root = source_tree.PROJECT
    rules = (root / ".clang-tidy").read_text()
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    options = {}
    for entry in json.loads((root / "build" / "release" / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if not path.is_relative_to(root) or path.is_relative_to(root / "build"):
            continue
        path = path.relative_to(root)
        if path.parts[0] in ("src", "programs") and not path.name.endswith("_test.cpp"):
            words = shlex.split(PRECOMPILED.sub("", entry["command"]).split(" -o ")[0])[1:]
            options[path] = tuple(word for word in words if word != "-Wno-restrict")  # which clang does not know
    named = [pathlib.Path(name) for name in sys.argv[1:]]
    paths = sorted(set(named or options) & set(options))
    together = {batch[0]: batch for batch in ([[path] for path in paths] if named else batches(root, paths, options))}
    folder = root / "build" / "tidy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

    def look_at(source, options):
        done = subprocess.run([TIDY, "--quiet", str(source), "--", *options], cwd=root, capture_output=True, text=True,
                              check=False)
        return done.returncode == 0, done.stdout + ("" if done.stdout.strip() else done.stderr)

    def work(first):
        parts = read_as_one(together[first], options[first], folder)
        seen = [look_at(source, options[first]) for _, source in parts]
        return all(good for good, _ in seen), "\n".join(output for good, output in seen if not good)

    def key(first):
        return "".join(source_tree.content_key(root, one, rules, version, options[one]) for one in together[first])

    # The most to do first, so that no processor is left waiting at the end.
    tasks = sorted(together, key=lambda first: (-len(together[first]), first))
    bad = 0
    for first, output in source_tree.check_remembered(root, "tidy_some" if named else "tidy", tasks, key, work):
        print(f"{', '.join(map(str, together[first]))}:\n{output}")
        bad += 1
    print(f"{len(paths)} files in {len(tasks)} batches, {bad} with findings")
    sys.exit(1 if bad or not paths else 0)


if __name__ == "__main__":
    main()
