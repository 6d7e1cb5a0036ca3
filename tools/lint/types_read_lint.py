#!/usr/bin/env python3
"""An event type is added with the first thing that reads it.

Every TypeDeclaration in src/record/*.h must be named by something that makes figures or answers of events: as
`family::name` in src/ or programs/ (outside the vocabulary itself, the invented histories of lab/, the readers
of intake/, and tests), or by its quoted name there or in a contract file.
"""
import re

import source_tree

DECLARATION = re.compile(r'constexpr\s+TypeDeclaration\s+(\w+)\s*(?:=\s*)?\{\s*(?:\.name\s*=\s*)?"([a-z_]+\.[a-z_]+)"')
NAMESPACE = re.compile(r"namespace\s+([\w:]+)\s*\{")
WRITERS = {"record", "lab", "intake"}


def declared_types(root):
    """(path, line, namespace, identifier, type name)."""
    for path in source_tree.code_files(root, suffixes=(".h",), folders=("src/record",)):
        text = source_tree.without_comments(source_tree.read(root, path))
        for match in DECLARATION.finditer(text):
            spaces = [found.group(1) for found in NAMESPACE.finditer(text, 0, match.start())]
            space = spaces[-1].split("::")[-1] if spaces else ""
            yield path, source_tree.line_of(text, match.start()), space, match.group(1), match.group(2)


def readers(root):
    for path in source_tree.code_files(root, folders=("src", "programs")):
        if path.parts[0] == "src" and path.parts[1] in WRITERS or path.name.endswith("_test.cpp"):
            continue
        yield source_tree.without_comments(source_tree.read(root, path))
    for path in sorted((root / "contracts").rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        yield re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)


def check(root):
    text = "\n".join(readers(root))
    identifiers = set(re.findall(r"(?=\b(\w+::\w+))", text))
    names = set(re.findall(r"""["']([a-z_]+\.[a-z_]+)["']""", text))
    for path, line, space, identifier, name in declared_types(root):
        if f"{space}::{identifier}" not in identifiers and name not in names:
            yield (f"{path}:{line}: nothing reads the event type {name}: use {space}::{identifier} in a fold, or "
                   "take the declaration out until something does")


VOCABULARY = {"src/record/custody.h": """namespace probity::record::custody {
inline constexpr TypeDeclaration recalled{.name = "custody.recalled"};
}
"""}
SAMPLES = [
    ("read in a fold", {**VOCABULARY, "src/timeline/person.cpp": "if (event.is(custody::recalled)) return;\n"}, None),
    ("read by a contract", {**VOCABULARY, "contracts/a.toml": 'start = "custody.recalled"\n'}, None),
    ("read by nothing", VOCABULARY, "src/record/custody.h:2: nothing reads the event type custody.recalled"),
    ("only tested", {**VOCABULARY, "src/timeline/person_test.cpp": "use(custody::recalled);\n"}, "nothing reads"),
    ("only invented", {**VOCABULARY, "src/lab/life.cpp": "write(custody::recalled);\n"}, "nothing reads"),
    ("only spoken of", {**VOCABULARY, "src/timeline/person.cpp": "// custody::recalled\n"}, "nothing reads"),
    ("another of the same name", {**VOCABULARY, "src/timeline/person.cpp": "use(person::recalled);\n"}, "nothing reads"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
