#!/usr/bin/env python3
"""Every header compiles by itself.

A header that the source of its name includes first is compiled by itself in the build; the others are compiled here. What
was good is remembered until the header or what it includes changes."""
import subprocess

import source_tree

COMPILE = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Isrc",
           "-Iprograms/probity", "-Itests", "-x", "c++", "-"]


def is_first_of_its_source(root, header):
    source = header.with_suffix(".cpp")
    if header.parts[0] != "src" or not (root / source).is_file():
        return False
    first = source_tree.INCLUDE.search(source_tree.read(root, source))
    return first is not None and first.group(2) == str(header.relative_to("src"))


def check(root):
    version = subprocess.run(["g++", "--version"], capture_output=True, check=True).stdout

    def work(path):
        text = f'#include "{root / path}"\n'
        done = subprocess.run(COMPILE, cwd=root, input=text, capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stderr

    headers = source_tree.code_files(root, suffixes=(".h",))
    for header in headers:
        if "#pragma once" not in source_tree.read(root, header):
            yield f"{header}: has no #pragma once"
    headers = [header for header in headers if not is_first_of_its_source(root, header)]
    key = lambda path: source_tree.content_key(root, path, version, COMPILE)
    for path, output in source_tree.check_remembered(root, "headers_alone", headers, key, work):
        yield f"{path}: does not compile by itself\n{output}"


SAMPLES = [
    ("complete", {"src/base/a.h": "#pragma once\n#include <string>\nstd::string name();\n"}, None),
    ("forgets an include", {"src/base/a.h": "#pragma once\nstd::string name();\n"}, "does not compile by itself"),
    ("is tried by the build", {"src/base/a.h": "#pragma once\nUnknown name();\n", "src/base/a.cpp": '#include "base/a.h"\n'}, None),
    ("comes second in its source", {"src/base/a.h": "#pragma once\nUnknown name();\n", "src/base/a.cpp": '#include <string>\n#include "base/a.h"\n'}, "does not compile by itself"),
    ("forgets pragma once", {"src/base/a.h": "int name();\n"}, "has no #pragma once"),
    ("leans on another", {"src/base/a.h": '#pragma once\n#include "base/b.h"\n', "src/base/b.h": "#pragma once\nUnknown name();\n"}, "src/base/a.h: does not"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
