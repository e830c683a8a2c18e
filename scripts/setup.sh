#!/bin/sh
# Make .venv with everything that requirements.lock names, and Fogline in it. Instant where that is done already.
#   scripts/setup.sh lint                       also .venv-lint, with what `make lint` needs
#   PYTHON=/path/to/python scripts/setup.sh     takes that Python; else the newest of 3.13, 3.12, 3.11 that runs
set -eu
cd "$(dirname "$0")/.."
venv=.venv
venv_lint=.venv-lint
log=$venv/setup.log
needs='import ensurepip, sqlite3, ssl, venv'

say() { printf '%s\n' "$*"; }
fail() { printf 'fogline: %s\n' "$*" >&2; exit 1; }

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }
complete() { "$1" -c "$needs" >/dev/null 2>&1; }

candidates() {
    if [ -n "${PYTHON:-}" ]; then say "$PYTHON"; return; fi
    for minor in 13 12 11; do
        say "python3.$minor"
        # A pyenv shim on the path fails for a version that is installed but not chosen: look where it lives.
        for installed in "${PYENV_ROOT:-${HOME:-}/.pyenv}/versions/3.$minor".*/bin/python3; do say "$installed"; done
    done
    say python3
}

choose() {
    candidates | while read -r candidate; do
        if fits "$candidate" && complete "$candidate"; then say "$candidate"; break; fi
    done
}

# What is wrong, in one line, where no Python will do.
explain() {
    candidates | while read -r candidate; do
        fits "$candidate" || continue
        lacking=$("$candidate" -c "$needs" 2>&1 | tail -n 1) || true
        version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "$candidate lacks a part of Python ($lacking). On Debian or Ubuntu: sudo apt install python$version-venv"
        break
    done
}

# pip with the lock in $1 into the environment $2, its lines folded into a count: one line that grows on a terminal, one
# in ten elsewhere.
install() {
    total=$(grep -c '^[a-z].*==' "$1")
    if [ -t 1 ]; then tty=1; else tty=0; fi
    {
        status=0
        # Bytecode is written when a module is first used: it would be 100 MB, most of it never used.
        "$2/bin/python" -m pip install --no-input --disable-pip-version-check --no-compile --require-hashes -r "$1" \
            2>&1 || status=$?
        say $status >$venv/setup.status
    } | awk -v total="$total" -v tty="$tty" -v log_file="$log" '
        { print > log_file }
        /^(Collecting|Processing|Requirement already satisfied:|Ignoring) / {
            n++
            if (tty) { printf "\r  packages %d/%d", n, total; fflush() }
            else if (n % 10 == 0) { printf "  packages %d/%d\n", n, total; fflush() }
        }
        /^Installing collected packages/ { if (tty) printf "\n"; print "  unpacking"; fflush() }'
    [ "$(cat $venv/setup.status)" = 0 ] && return
    grep -iE '^ *error' "$log" | head -n 3 >&2 || true
    fail "the packages of $1 could not be installed; the whole story is in $log"
}

# A stamp holds the sum of all that its set-up depends on, this folder included: scripts in .venv name it.
sum_of() { { pwd; cat "$@"; } | cksum; }
current() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ] && fits $venv/bin/python && chosen; }
# A .venv stays as it is until another Python is asked for by name.
chosen() { [ -z "${PYTHON:-}" ] || [ "$PYTHON" = "$(cat $venv/.python 2>/dev/null)" ]; }

base=$(sum_of requirements.lock pyproject.toml)
if ! current $venv/.ready "$base"; then
    python=$(choose)
    if [ -z "$python" ]; then
        why=$(explain)
        fail "${why:-needs Python 3.11, 3.12 or 3.13${PYTHON:+ and $PYTHON is none}. Install one, or say where: make setup PYTHON=/path/to/python3}"
    fi
    say "Setting up in $venv with $("$python" -V 2>&1) (once, one to three minutes)"
    "$python" -m venv --clear $venv || fail "could not make $venv with $python"
    install requirements.lock $venv
    say "  fogline itself"
    $venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --no-deps --no-build-isolation -e . \
        >>"$log" 2>&1 || fail "Fogline could not be installed; the whole story is in $log"
    # Bytecode is what makes a command start in two seconds and not in eight: it is written even where that is off.
    env -u PYTHONDONTWRITEBYTECODE $venv/bin/python scripts/prepare.py || fail "the trial failed; see above"
    say "$python" >$venv/.python
    say "$base" >$venv/.ready
    say "Set up."
fi
# The page: npm's lock names what it is built from. Where Node is missing everything else works.
web=src/fogline/serve/web
page=src/fogline/serve/page
node_fits() { node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' >/dev/null 2>&1; }
web_sum() { find $web -type f ! -path '*/node_modules/*' ! -path '*/public/basemap/*' | LC_ALL=C sort | xargs cat | cksum; }
in_web() { (cd $web && "$@") >>"$log" 2>&1 || fail "the page could not be built ($*); the whole story is in $log"; }

build_page() {
    if ! node_fits || ! command -v npm >/dev/null; then
        say "The page is not built: it needs Node 20.19 or 22.12 or newer, and npm; found $(node --version 2>/dev/null || echo none). Everything else works."
        return 0
    fi
    sum=$(web_sum)
    [ -f $page/index.html ] && [ "$(cat $page/.ready 2>/dev/null)" = "$sum" ] && return 0
    say "Building the page (once, about a minute)"
    packages=$(cksum <$web/package-lock.json)
    if [ "$(cat $web/node_modules/.ready 2>/dev/null)" != "$packages" ]; then
        say "  its packages"
        in_web npm ci --no-audit --no-fund --ignore-scripts
        say "$packages" >$web/node_modules/.ready
    fi
    say "  the map and the page"
    in_web npm run build
    say "$sum" >$page/.ready
}
build_page

[ "${1:-}" = lint ] || exit 0

# In a place of their own: 90 MB that only `make lint` needs. mypy is told where Fogline's own packages are.
lint=$(sum_of requirements-lint.lock "$venv/.ready")
if ! current "$venv_lint/.ready" "$lint"; then
    say "Setting up the tools that check style and types in $venv_lint (once)"
    $venv/bin/python -m venv --clear "$venv_lint" || fail "could not make $venv_lint"
    install requirements-lint.lock "$venv_lint"
    say "$lint" >"$venv_lint/.ready"
fi
