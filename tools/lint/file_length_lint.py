#!/usr/bin/env python3
"""A file is one thing: over 400 lines is worth a look, over 800 fails."""
import source_tree

LOOK_OVER = 400
FAIL_OVER = 800


def check(root):
    for path in source_tree.code_files(root, suffixes=(".h", ".cpp", ".py")) + source_tree.code_files(
            root, suffixes=(".py", ""), folders=("tools",)):
        lines = source_tree.read(root, path).count("\n")
        if lines > FAIL_OVER:
            yield f"{path}: {lines} lines, over {FAIL_OVER}: split it by what it is about"
        elif lines > LOOK_OVER:
            yield f"warning: {path}: {lines} lines, over {LOOK_OVER}: is it one thing?"


SAMPLES = [
    ("short", {"src/base/a.cpp": "int a;\n" * 400}, None),
    ("long", {"src/base/a.cpp": "int a;\n" * 401}, "warning: src/base/a.cpp: 401 lines"),
    ("too long", {"src/base/a.cpp": "int a;\n" * 801}, "src/base/a.cpp: 801 lines, over 800"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
