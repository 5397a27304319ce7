#!/usr/bin/env bash
# Make .venv and install the project in it:
#   ./setup.sh               what running needs
#   ./setup.sh dev           and what checking needs
#   ./setup.sh dev browser   and Chromium for the browser tests, where system packages may be installed
# Asks nothing. A second call takes no time; a change of pyproject.toml or constraints.txt installs again.
set -euo pipefail
cd "$(dirname "$0")"

extra=${1:-}
browser=${2:-}

say() { printf 'set-up: %s\n' "$*"; }

stop() {
  printf 'set-up stopped: %s\n' "$*" >&2
  exit 1
}

supported() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }

find_python() {
  local name
  for name in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3 python; do
    if supported "$name"; then
      command -v "$name"
      return
    fi
  done
  stop "Python 3.11, 3.12 or 3.13 is needed and was not found. Install one (Debian: apt-get install python3 python3-venv;" \
    "macOS: brew install python@3.11) or name it: make demo PYTHON=/path/to/python3.11"
}

# An installation is known by the files that decide it and by where it stands; `dev` holds all that running needs.
LOOPS=generation/image/previz/ink
fingerprint() { { pwd && cat setup.sh pyproject.toml constraints.txt hatch_build.py $LOOPS/build.py $LOOPS/*.c; } | cksum; }

installed() {
  local stamp
  for stamp in ".venv/feuilleton-${extra:-base}.stamp" .venv/feuilleton-dev.stamp; do
    if [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint)" ]; then return; fi
  done
  return 1
}

make_environment() {
  local python
  python=$(find_python)
  say "making .venv with $("$python" --version) ($python)"
  rm -rf .venv
  if command -v uv >/dev/null; then
    uv venv --quiet --python "$python" .venv
  else
    "$python" -m venv .venv || stop "this Python cannot make environments. Debian: apt-get install python3-venv; or install uv."
    .venv/bin/python -m pip install --quiet --disable-pip-version-check uv
  fi
}

install_project() {
  local uv=.venv/bin/uv arguments=(--constraint constraints.txt) place install
  if [ ! -x "$uv" ]; then uv=uv; fi
  for place in ${PIP_FIND_LINKS:-}; do # uv does not read pip's variable
    say "also looking for packages in $place (PIP_FIND_LINKS)"
    arguments+=(--find-links "$place")
  done
  say "installing feuilleton${extra:+ with what its checks need}; the first time takes a minute or two"
  install=("$uv" pip install --quiet --python .venv/bin/python "${arguments[@]}" --editable ".${extra:+[$extra]}")
  # PyTorch's own index has a build for each kind of machine: without a GPU a tenth of what PyPI's build brings along.
  if [ -n "${PIP_FIND_LINKS:-}" ] || ! "${install[@]}" --torch-backend auto; then
    "${install[@]}" ||
      stop "the packages could not be installed; the lines above say why. Try again: what was downloaded is kept."
  fi
  fingerprint >".venv/feuilleton-${extra:-base}.stamp"
}

# Install a Debian package where that is allowed without a question; else say the line that does it, and what it is for.
system_package() {
  local package=$1 purpose=$2 root=(env)
  if [ "$(id -u)" != 0 ]; then root=(sudo --non-interactive); fi
  if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null; then
    say "installing $package $purpose (apt-get)"
    if "${root[@]}" apt-get update -qq && "${root[@]}" apt-get install -qq -y --no-install-recommends "$package" >/dev/null
    then return; fi
  fi
  say "$package is missing; it is needed $purpose. To install it: sudo apt-get install $package"
}

need_openmp() {
  if [ "$(uname)" != Linux ] || .venv/bin/python -c 'import ctypes; ctypes.CDLL("libgomp.so.1")' 2>/dev/null; then return; fi
  system_package libgomp1 "for the embedded language model"
}

need_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then return; fi
  done
  system_package chromium "for the browser tests, which are skipped without it"
}

if [ -L .venv ]; then
  say "using .venv as it is: it is a link to $(readlink .venv)"
elif ! installed; then
  if ! supported .venv/bin/python; then make_environment; fi
  install_project
  need_openmp
fi
.venv/bin/python $LOOPS/build.py || stop "the drawing loops could not be compiled; the lines above say why."
if [ "$browser" = browser ]; then need_chromium; fi
