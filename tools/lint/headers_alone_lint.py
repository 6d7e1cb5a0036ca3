#!/usr/bin/env python3
"""Every header compiles by itself.

A header that the source of its name includes first is compiled by itself where sources are not read together, as the build
of the fuzz targets does. The others are compiled here, after headers of the standard and of the test framework that are
parsed once for all of them; so it is seen in the text of every header whether it includes those of the standard that it
names. What was good is remembered until the header or what it includes changes."""
import functools
import pathlib
import re
import subprocess
import tempfile

import source_tree

COMPILER = "clang++-14"
OPTIONS = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Isrc", "-Iprograms/probity", "-Itests"]
STANDARD = ("algorithm array atomic charconv chrono cmath condition_variable cstdint deque filesystem fstream functional map "
            "memory mutex optional set span sstream string string_view thread tuple unordered_map utility variant vector "
            "fmt/format.h").split()
OF_TESTS = ["gtest/gtest.h", "nlohmann/json.hpp"]
PARSED = tempfile.TemporaryDirectory()


@functools.lru_cache(maxsize=None)
def parsed_once(names):
    """The options that have these headers read before anything else."""
    text = "".join(f"#include <{name}>\n" for name in names)
    out = pathlib.Path(PARSED.name, f"{len(names)}.pch")
    subprocess.run([COMPILER, *OPTIONS, "-x", "c++-header", "-", "-o", str(out)], input=text, text=True, check=True)
    return ["-include-pch", str(out)]

# What a header that says one of these has to include, itself or through one of ours.
SAID = {"array": r"std::(?:array|to_array)\b", "atomic": r"std::atomic\b", "deque": r"std::deque\b",
        "functional": r"std::function\b", "map": r"std::(?:multi)?map\b", "memory": r"std::(?:unique|shared|weak)_ptr\b",
        "mutex": r"std::(?:mutex|lock_guard|unique_lock)\b", "optional": r"std::optional\b", "set": r"std::(?:multi)?set\b",
        "span": r"std::span\b", "string": r"std::string\b", "thread": r"std::thread\b",
        "unordered_map": r"std::unordered_map\b", "variant": r"std::variant\b", "vector": r"std::vector\b"}


def is_first_of_its_source(root, header):
    source = header.with_suffix(".cpp")
    if header.parts[0] != "src" or not (root / source).is_file():
        return False
    first = source_tree.INCLUDE.search(source_tree.read(root, source))
    return first is not None and first.group(2) == str(header.relative_to("src"))


def not_included(root, header):
    """Headers of the standard that the header leans on without including them."""
    said = source_tree.without_comments(source_tree.read(root, header))
    there = {name for path in source_tree.included_files(root, header)
             for mark, name in source_tree.INCLUDE.findall(source_tree.read(root, path)) if mark == "<"}
    return [name for name, pattern in SAID.items() if name not in there and re.search(pattern, said)]


def check(root):
    version = subprocess.run([COMPILER, "--version"], capture_output=True, check=True).stdout
    headers = source_tree.code_files(root, suffixes=(".h",))
    for header in headers:
        if "#pragma once" not in source_tree.read(root, header):
            yield f"{header}: has no #pragma once"
        for name in not_included(root, header):
            yield f"{header}: does not compile by itself: it lacks <{name}>"
    headers = [header for header in headers if not is_first_of_its_source(root, header)]
    parts = lambda path: tuple(STANDARD + OF_TESTS) if path.parts[0] == "tests" else tuple(STANDARD)

    def work(path):
        done = subprocess.run([COMPILER, *OPTIONS, "-fsyntax-only", *parsed_once(parts(path)), "-x", "c++", "-"], cwd=root,
                              input=f'#include "{root / path}"\n', capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stderr

    key = lambda path: source_tree.content_key(root, path, version, OPTIONS, parts(path))
    for path, output in source_tree.check_remembered(root, "headers_alone", headers, key, work):
        yield f"{path}: does not compile by itself\n{output}"


SAMPLES = [
    ("complete", {"src/base/a.h": "#pragma once\n#include <string>\nstd::string name();\n"}, None),
    ("forgets an include", {"src/base/a.h": "#pragma once\nstd::string name();\n"}, "does not compile by itself"),
    ("is tried by the build", {"src/base/a.h": "#pragma once\nUnknown name();\n", "src/base/a.cpp": '#include "base/a.h"\n'}, None),
    ("is tried by the build, and forgets an include", {"src/base/a.h": "#pragma once\nstd::string name();\n", "src/base/a.cpp": '#include "base/a.h"\n'}, "it lacks <string>"),
    ("comes second in its source", {"src/base/a.h": "#pragma once\nUnknown name();\n", "src/base/a.cpp": '#include <string>\n#include "base/a.h"\n'}, "does not compile by itself"),
    ("forgets pragma once", {"src/base/a.h": "int name();\n"}, "has no #pragma once"),
    ("leans on another", {"src/base/a.h": '#pragma once\n#include "base/b.h"\n', "src/base/b.h": "#pragma once\nUnknown name();\n"}, "src/base/a.h: does not"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
