#!/usr/bin/env python3
"""Includes follow the arrows of arrows.txt, and heavy headers stay in the files that may have them."""
import fnmatch
import pathlib

import source_tree

# header prefix → where it may be included; None of them belongs in a header of ours.
HEAVY = {
    "simdjson": ["src/base/json*.cpp", "src/record/codec*.cpp"],
    "toml++": ["src/base/toml_value.cpp", "src/rules/*.cpp", "tests/*.cpp"],
    "CLI/": ["programs/probity/main.cpp"],
    "date/": ["src/base/civil.cpp"],
    "nlohmann/": ["src/*_test.cpp", "tests/*"],
    "rapidcheck": ["*_test.cpp", "tests/*"],
    "gtest/": ["*_test.cpp", "tests/*"],
    "gmock/": ["*_test.cpp", "tests/*"],
    "sqlite3.h": ["src/store/*", "src/ledger/*_test.cpp", "bench/*", "programs/probity/*_test.cpp"],
    "sodium": ["src/access/*.cpp", "src/ledger/*", "src/base/*"],
    "openssl/": ["src/access/*.cpp", "src/ledger/*", "src/base/*", "src/intake/gz.cpp"],
    "zlib.h": ["src/http/gzip.cpp", "src/http/static_files_test.cpp", "src/intake/*"],
    "Random123/": ["src/base/*", "src/lab/*"],
    "boost/": ["src/http/beast_server.cpp"],
}


def arrows():
    table = {}
    for line in (pathlib.Path(__file__).parent / "arrows.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            folder, allowed = line.split(":")
            table[folder] = set(allowed.split())
    return table


def heavy_fault(path, name):
    for prefix, places in HEAVY.items():
        if name.startswith(prefix) and not any(fnmatch.fnmatchcase(str(path), place) for place in places):
            return f'<{name}> may only be included in {", ".join(places)}'
    return None


def arrow_fault(table, path, name, root):
    folder = path.parts[1]
    target = name.split("/")[0]
    if folder not in table:
        return f"src/{folder}/ has no line in tools/lint/arrows.txt"
    if "/" not in name:
        if path.name.endswith("_test.cpp") and (root / "tests" / name).is_file():
            return None
        return f'"{name}" is not named by its path from src/'
    if target == folder or target in table[folder]:
        return None
    if path.name.endswith("_test.cpp") and (root / "tests" / name).is_file():
        return None
    allowed = ", ".join(sorted(table[folder])) or "nothing"
    return f'{folder}/ may include {allowed}; it may not include "{name}"'


def check(root):
    table = arrows()
    for path in source_tree.code_files(root):
        text = source_tree.without_comments(source_tree.read(root, path))
        for match in source_tree.INCLUDE.finditer(text):
            mark, name = match.groups()
            fault = heavy_fault(path, name)
            if fault is None and mark == '"' and path.parts[0] == "src":
                fault = arrow_fault(table, path, name, root)
            if fault:
                yield f"{path}:{source_tree.line_of(text, match.start(1))}: {fault}"


SAMPLES = [
    ("an arrow that is there", {"src/duty/clock.cpp": '#include "timeline/person.h"\n#include "duty/clock.h"\n'}, None),
    ("an arrow the wrong way", {"src/base/money.cpp": '\n#include "contract/terms.h"\n'}, "src/base/money.cpp:2: base/ may include nothing"),
    ("store from contract", {"src/contract/terms.cpp": '#include "store/sqlite.h"\n'}, "may not include"),
    ("in a comment", {"src/base/money.cpp": '// #include "contract/terms.h"\n/*\n#include "contract/terms.h"\n*/\n'}, None),
    ("an unknown folder", {"src/clever/a.cpp": '#include "base/money.h"\n'}, "has no line"),
    ("not by path from src", {"src/base/money.cpp": '#include "money.h"\n'}, "not named by its path"),
    ("JSON library in a header", {"src/record/codec.h": "#include <simdjson.h>\n"}, "<simdjson.h>"),
    ("JSON library in the codec", {"src/record/codec.cpp": "#include <simdjson.h>\n"}, None),
    ("command line library in a command", {"programs/probity/a_command.cpp": "#include <CLI/CLI.hpp>\n"}, "<CLI/CLI.hpp>"),
    ("test library in a test", {"src/base/money_test.cpp": "#include <gtest/gtest.h>\n#include <nlohmann/json.hpp>\n"}, None),
    ("test library in the program", {"src/base/money.cpp": "#include <nlohmann/json.hpp>\n"}, "<nlohmann/json.hpp>"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
