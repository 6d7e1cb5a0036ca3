"""What the lints share: the files of the project, how a lint is run, and what it remembers between runs."""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)
CODE_FOLDERS = ("src", "programs", "tests", "bench")


def code_files(root, suffixes=(".h", ".cpp"), folders=CODE_FOLDERS):
    """Paths relative to `root`, sorted."""
    found = []
    for folder in folders:
        for path in (root / folder).rglob("*"):
            if path.suffix in suffixes and path.is_file():
                found.append(path.relative_to(root))
    return sorted(found)


def kept_files(root):
    """Every text file that git keeps or would keep; everything under `root` when it is no git checkout."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root,
                            capture_output=True, check=False)
    if listed.returncode == 0 and (root / ".git").exists():
        names = [name for name in listed.stdout.decode().split("\0") if name]
        return sorted(pathlib.Path(name) for name in set(names) if (root / name).is_file())
    return sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())


def read(root, path):
    return (root / path).read_text(encoding="utf-8", errors="replace")


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def without_comments(text):
    """The same text with comments blanked, line for line; string literals stay."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return pattern.sub(
        lambda m: m.group(0) if m.group(0)[0] == '"' else re.sub(r"[^\n]", " ", m.group(0)), text)


def run_lint(check, samples):
    """The main of a lint.

    `check(root)` yields faults as text; those that begin with "warning: " do not fail. `samples` are
    (name, {path: text}, words): with words, some fault of that small project must hold them; with None, it
    must have no fault.
    """
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test(check, samples))
    if len(sys.argv) > 1 and not pathlib.Path(sys.argv[1]).is_dir():
        sys.exit(f"usage: {sys.argv[0]} [--self-test | FOLDER]: {sys.argv[1]} is no folder")
    root = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PROJECT
    failed = False
    for fault in check(root):
        print(fault)
        failed = failed or not fault.startswith("warning: ")
    sys.exit(1 if failed else 0)


def self_test(check, samples):
    wrong = 0
    for name, files, words in samples:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            faults = list(check(root))
        if words is None and faults:
            print(f"sample '{name}' should pass, and gives: {faults}")
            wrong += 1
        if words is not None and not any(words in fault for fault in faults):
            print(f"sample '{name}' should give '{words}', and gives: {faults}")
            wrong += 1
    print(f"{len(samples)} samples, {wrong} wrong")
    return 1 if wrong or not samples else 0


# --- work that is remembered by content


def included_files(root, path, folders=("src", "programs/probity", "tests")):
    """The project's own files that `path` includes, directly or not, and itself; sorted."""
    seen, waiting = set(), [path]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        for mark, name in INCLUDE.findall(read(root, at)):
            if mark != '"':
                continue
            for folder in (at.parent, *map(pathlib.Path, folders)):
                if (root / folder / name).is_file():
                    waiting.append(folder / name)
                    break
    return sorted(seen)


def content_key(root, path, *more):
    """Changes when the file, anything of ours that it includes, or one of `more` changes."""
    key = hashlib.sha256()
    for part in more:
        key.update(str(part).encode() + b"\0")
    for name in included_files(root, path):
        key.update(str(name).encode() + b"\0" + (root / name).read_bytes() + b"\0")
    return key.hexdigest()


def check_remembered(root, memory_name, paths, key_of, work):
    """Yields (path, output) of each file whose `work(path)` → (good, output) is not good.

    What was good is remembered under build/ by its key and not done again.
    """
    memory = root / "build" / "lint" / f"{memory_name}.json"
    known = set(json.loads(memory.read_text())) if memory.exists() else set()
    keys = {path: key_of(path) for path in paths}
    todo = [path for path in paths if keys[path] not in known]
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        results = list(pool.map(work, todo))
    good = {keys[path] for path in paths if path not in todo}
    good |= {keys[path] for path, (ok, _) in zip(todo, results) if ok}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(sorted(good)))
    for path, (ok, output) in zip(todo, results):
        if not ok:
            yield path, output
