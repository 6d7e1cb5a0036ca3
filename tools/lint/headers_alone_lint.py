#!/usr/bin/env python3
"""Every header compiles by itself. What was good is remembered until the header or what it includes changes."""
import subprocess

import source_tree

COMPILE = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Isrc",
           "-Iprograms/probity", "-Itests", "-x", "c++", "-"]


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
    key = lambda path: source_tree.content_key(root, path, version, COMPILE)
    for path, output in source_tree.check_remembered(root, "headers_alone", headers, key, work):
        yield f"{path}: does not compile by itself\n{output}"


SAMPLES = [
    ("complete", {"src/base/a.h": "#pragma once\n#include <string>\nstd::string name();\n"}, None),
    ("forgets an include", {"src/base/a.h": "#pragma once\nstd::string name();\n"}, "does not compile by itself"),
    ("forgets pragma once", {"src/base/a.h": "int name();\n"}, "has no #pragma once"),
    ("leans on another", {"src/base/a.h": '#pragma once\n#include "base/b.h"\n', "src/base/b.h": "#pragma once\nUnknown name();\n"}, "src/base/a.h: does not"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
