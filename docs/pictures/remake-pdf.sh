#!/usr/bin/env bash
# Makes the picture of the PDF anew: the first sheet of a draft of the example board. It needs poppler-utils.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node bin/rrb.js render 2026-09-17 --board meetings --today 2026-11-22 --format pdf --output "$folder/minutes.pdf"
pdftoppm -r 48 -f 1 -l 1 -singlefile -png "$folder/minutes.pdf" docs/pictures/minutes-pdf
