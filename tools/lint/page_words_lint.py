#!/usr/bin/env python3
"""Texts of pages, documents and charts stand in the catalogues (*words.h and .cpp, wording.cpp, field_rows.cpp), none in the code of a
page or of a component."""
import re

import source_tree

PAGES = ("src/pages", "src/html")
CATALOGUE = re.compile(r"words$|^wording$|^field_rows$|_sheet$|_test$")
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include.*$", re.MULTILINE)
# What begins with a capital, or holds a word of small letters between spaces or before a mark.
SENTENCE = re.compile(r"[A-Z][a-z]")
PHRASE = re.compile(r"(?:^|\s)[a-z]{2,}(?=$|[\s.,:;?!])")
SHOWN = re.compile(r"(?<![.>\w])(?:text|paragraph)\(\s*$")
# Attributes and headers that nobody reads, and what stops the compiler.
NOT_SHOWN = re.compile(r'(?:\{\s*"(?:class|rel|http-equiv)",\s*|\bset_header\([^()]*|\bthrow )$')
COMMAND = "probity "  # of the program, the same in every language


def is_text(literal, before):
    if literal.startswith(COMMAND) or NOT_SHOWN.search(before) or not re.search("[A-Za-z]{2}", literal):
        return False
    if SHOWN.search(before) or SENTENCE.match(literal.lstrip()):
        return True
    return bool(re.search(r"\s", literal) and PHRASE.search(literal))


def check(root):
    for path in source_tree.code_files(root, folders=PAGES):
        if CATALOGUE.search(path.stem):
            continue
        code = INCLUDE.sub("", source_tree.without_comments(source_tree.read(root, path)))
        for match in LITERAL.finditer(code):
            if is_text(match.group(1), code[max(0, match.start() - 120):match.start()]):
                yield (f"{path}:{source_tree.line_of(code, match.start())}: {match.group()} is for a reader: "
                       "it belongs in a catalogue (*words.cpp)")


SAMPLES = [
    ("a catalogue", {"src/pages/staff/words.cpp": 'auto a = "Sign in";\n'}, None),
    ("marks and addresses", {"src/pages/staff/a.cpp": 'auto a = text(", ") + local("/my-work?x=") + "%d";\n'}, None),
    ("a class", {"src/pages/staff/a.cpp": 'element("p", {{"class", "govuk-hint small"}}, words.a);\n'}, None),
    ("a header", {"src/pages/staff/a.cpp": 'out.set_header("Content-Type", "text/csv; header=present");\n'}, None),
    ("a command of the program", {"src/pages/staff/a.cpp": 'auto a = "probity verify --ledger LEDGER ";\n'}, None),
    ("a part of a request", {"src/pages/staff/a.cpp": 'auto a = request.form.text("name");\n'}, None),
    ("a comment", {"src/pages/staff/a.cpp": 'int a; // "Sign in" or "sign out again"\n'}, None),
    ("an include", {"src/pages/staff/a.cpp": '#include "Some thing"\n'}, None),
    ("a word", {"src/pages/staff/a.cpp": '\nauto a = good ? "Yes" : words.no;\n'}, 'src/pages/staff/a.cpp:2: "Yes"'),
    ("a page of a document", {"src/pages/report/report.cpp": 'auto a = text("Lines");\n'}, '"Lines"'),
    ("a part of a sentence", {"src/pages/staff/a.cpp": 'auto a = with_commas(size) + " events. ";\n'}, '" events. "'),
    ("a small word that is shown", {"src/pages/staff/a.cpp": 'auto a = text("none");\n'}, '"none"'),
    ("a chart", {"src/html/chart/a.cpp": 'auto a = "Share that " + rate;\n'}, '"Share that "'),
    ("a label", {"src/pages/staff/a.cpp": 'element("nav", {{"aria-label", "Pages of this case"}});\n'}, "Pages of"),
]

if __name__ == "__main__":
    source_tree.run_lint(check, SAMPLES)
