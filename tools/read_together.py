#!/usr/bin/env python3
"""Says which sources of one library or program (target) are compiled as one, since most of a compiler's time goes on what each
includes.

    tools/read_together.py LIST

LIST holds lines "TARGET FILE". Prints "TARGET GROUP FILE" for every file that has company; the others are compiled alone. Two files share a group when neither
says a name that the other keeps to itself: in an unnamed namespace, or by a using declaration of another thing. CMake
asks at configuration (cmake/together.cmake); what it answers depends on the texts alone."""
import functools
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "lint"))
import source_tree

MOST = 8 # files in a group: more are read no faster, and what is touched must be compiled with its company

LOCAL = re.compile(r"^namespace \{$(.*?)^\}@$", re.MULTILINE | re.DOTALL)
DECLARED = (re.compile(r"^(?:template <[^\n]*> )?(?:struct|class|enum class|enum|union|namespace) (\w+)", re.MULTILINE),
            re.compile(r"^(?!using |namespace |return |#)(?:template <[^\n]*> )?[\w:][^\n=;(]*?[\s*&:~](\w+)\(", re.MULTILINE),
            re.compile(r"^(?!using |namespace |return |#)[\w:][^\n(;=]*?(\w+)(?:\[\w*\])*(?: =|\{|;)", re.MULTILINE))
ALIAS = re.compile(r"^(?:using|namespace) (\w+) = ([^;]+);", re.MULTILINE)
EVERYTHING = re.compile(r"^using namespace ([\w:]+);", re.MULTILINE)
USING = re.compile(r"^using ((?:\w+::)+(\w+));", re.MULTILINE)
MACRO = re.compile(r"^#\s*define (\w+)", re.MULTILINE)
SAID = re.compile(r"(?<![.\w:>])([A-Za-z_]\w*)")
UNSCOPED = re.compile(r"^enum \w+(?: : \w+)? \{([^}]*)\}", re.MULTILINE)
TEST = re.compile(r"^(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP)\((\w+), (\w+)\)", re.MULTILINE)


def bare(text):
    """Without comments and the insides of strings; an unnamed namespace ends with "}@"."""
    text = source_tree.without_comments(text.replace("} // namespace\n", "}@\n"))
    text = re.sub(r'R"(\w*)\(.*?\)\1"', '""', text, flags=re.DOTALL)
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)


@functools.lru_cache(maxsize=None)
def declares(root, header):
    """The names that a header of ours declares at the left margin."""
    text = bare(source_tree.read(root, header))
    return frozenset(name for pattern in DECLARED for name in pattern.findall(text))


class Source:
    def __init__(self, root, path):
        text = bare(source_tree.read(root, path))
        self.path = path
        own = {name for region in LOCAL.findall(text) for pattern in DECLARED for name in pattern.findall(region)}
        own |= set(MACRO.findall(text))
        own |= {name for listed in UNSCOPED.findall(text) for name in re.findall(r"\w+", listed)}
        own |= {"_".join(names) for names in TEST.findall(text)}
        self.local = own
        self.alias = {name: what for name, what in ALIAS.findall(text)}
        self.renamed = frozenset(self.alias)
        self.alias |= {name: what for what, name in USING.findall(text)}
        self.everything = tuple(EVERYTHING.findall(text))
        self.said = set(SAID.findall(text)) | self.local
        self.headers = [one for one in source_tree.included_files(root, path) if one != path]
        self.included = frozenset().union(*(declares(root, one) for one in self.headers))

    def tolerates(self, other):
        return not (self.local & other.said or (self.local | self.renamed) & other.included
                    or any(other.alias.get(name, what) != what or name in other.local for name, what in self.alias.items())
                    or any(name in other.said and not other.means(name, what) for name, what in self.alias.items()))

    def means(self, name, what):
        """Whether the name, where it is said here, is that thing in any case."""
        return name in self.alias or any(what == f"{one}::{name}" for one in self.everything)


def groups(root, paths, most=MOST):
    """Lists of files, each of `most` at most; every path is in one."""
    found = []
    for path in sorted(paths):
        source = Source(root, path)
        for group in found:
            if len(group) < most and all(source.tolerates(one) and one.tolerates(source) for one in group):
                group.append(source)
                break
        else:
            found.append([source])
    return [[source.path for source in group] for group in found]


def main():
    root = source_tree.PROJECT
    targets = {}
    for line in pathlib.Path(sys.argv[1]).read_text().splitlines():
        target, source = line.split(" ", 1)
        targets.setdefault(target, []).append(pathlib.Path(source).relative_to(root))
    for target, paths in targets.items():
        for group in groups(root, paths):
            if len(group) > 1:
                for path in group:
                    print(target, re.sub(r"\W", "_", str(group[0])), root / path)


if __name__ == "__main__":
    main()
