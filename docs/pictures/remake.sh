#!/usr/bin/env bash
# Makes the pictures of the README anew: the first sheet of a draft of the example board as a page, in Word and as a
# PDF, and its actions as a workbook. It needs Chromium, LibreOffice, poppler-utils and ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for format in html docx pdf; do
  node bin/rrb.js render 2026-09-17 --board meetings --today 2026-11-22 --format "$format" --output "$folder/minutes.$format"
done

# A page of HTML has no first sheet: what fits into a window of the same shape.
chromium --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=0.5 --window-size=800,1131 \
  --screenshot="$folder/html.png" "file://$folder/minutes.html" 2> /dev/null
soffice --headless --convert-to pdf --outdir "$folder/word" "$folder/minutes.docx" > /dev/null
pdftoppm -r 96 -f 1 -l 1 -singlefile -png "$folder/word/minutes.pdf" "$folder/docx"
pdftoppm -r 96 -f 1 -l 1 -singlefile -png "$folder/minutes.pdf" "$folder/pdf"
for format in html docx pdf; do
  convert "$folder/$format.png" -resize 400x566! -colors 64 -strip "docs/pictures/minutes-$format.png"
done

# The head of the workbook, as LibreOffice prints it.
node bin/rrb.js actions --board meetings --today 2026-11-22 --format xlsx --output "$folder/actions.xlsx"
soffice --headless --convert-to pdf --outdir "$folder" "$folder/actions.xlsx" > /dev/null
pdftoppm -r 220 -f 1 -l 1 -singlefile -png "$folder/actions.pdf" "$folder/actions"
convert "$folder/actions.png" -trim +repage -crop 75%x39%+0+0 +repage -bordercolor white -border 12 -resize 900x \
  -colors 16 -strip docs/pictures/actions-xlsx.png
