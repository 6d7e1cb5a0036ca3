#!/usr/bin/env python3
"""Names say what a thing is: no catch-all words in the names of files, folders, namespaces and types.

File names are lower_snake. Names that the language keeps for itself (two underscores, or one and a capital) are not used."""
import re

import source_tree

CATCH_ALL = {"util", "utils", "utility", "utilities", "manager", "helper", "helpers", "common", "misc"}
DECLARED = re.compile(r"\b(?:namespace|class|struct|enum class|enum)\s+(?:\[\[\w+\]\]\s*)?([A-Za-z_][\w:]*)")
RESERVED = re.compile(r"(?<![\w\"])(?:_[A-Z]\w*|[A-Za-z]\w*__\w+|__\w+)\b")
OF_THE_COMPILER = re.compile(r"__(?:[A-Za-z]\w*__|builtin_\w+|has_\w+|int128|cplusplus)$")
LITERAL = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"', re.S)
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
        code = LITERAL.sub(lambda literal: "\n" * literal.group().count("\n"), text)
        for match in RESERVED.finditer(code):
            if not OF_THE_COMPILER.match(match.group()):
                yield f'{path}:{source_tree.line_of(code, match.start())}: "{match.group()}" is reserved for the language'
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
    ("reserved names", {"src/base/money.h": "\nint _Amount;\n"}, 'src/base/money.h:2: "_Amount" is reserved'),
    ("text is no name", {"src/base/money.h": 'auto a = "x__y", b = R"(_A)";\n'}, None),
    ("camel file", {"src/base/WorkingDays.h": "\n"}, "lower_snake"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
