#!/usr/bin/env python3
"""Names say what a thing is: no catch-all words in the names of files, folders, namespaces and types.

File names are lower_snake."""
import re

import source_tree

CATCH_ALL = {"util", "utils", "utility", "utilities", "manager", "helper", "helpers", "common", "misc"}
DECLARED = re.compile(r"\b(?:namespace|class|struct|enum class|enum)\s+(?:\[\[\w+\]\]\s*)?([A-Za-z_][\w:]*)")
LOWER_SNAKE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*$")


def words_of(name):
    """"CaseManager::file_utils" → case, manager, file, utils."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("::", "_").replace(".", "_").split("_")


def check(root):
    for path in source_tree.code_files(root):
        for part in path.parts:
            for word in CATCH_ALL.intersection(words_of(part)):
                yield f'{path}: the name says "{word}": name it by what it does'
        if not LOWER_SNAKE.match(path.stem):
            yield f"{path}: file names are lower_snake"
        text = source_tree.without_comments(source_tree.read(root, path))
        for match in DECLARED.finditer(text):
            for word in CATCH_ALL.intersection(words_of(match.group(1))):
                yield (f'{path}:{source_tree.line_of(text, match.start())}: "{match.group(1)}" says "{word}": '
                       "name it by what it does")


SAMPLES = [
    ("good names", {"src/base/working_days.h": "namespace probity::base { class Calendar; struct Commons; }\n"}, None),
    ("a file", {"src/base/date_utils.h": "\n"}, 'the name says "utils"'),
    ("a folder", {"src/common/money.h": "\n"}, 'the name says "common"'),
    ("a class", {"src/base/money.h": "\nclass MoneyManager {};\n"}, 'src/base/money.h:2: "MoneyManager"'),
    ("a namespace", {"src/base/money.h": "namespace probity::helper {}\n"}, 'says "helper"'),
    ("camel file", {"src/base/WorkingDays.h": "\n"}, "lower_snake"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
