/** Of an answer on A4 paper, or on a screen as wide. */
export const ANSWER_STYLE = `
@page {
  size: A4;
  margin: 20mm 18mm 20mm;
}
:root { color-scheme: light; font: 10pt/1.5 "Inter", system-ui, sans-serif; color: #1b1f24; }
body { max-width: 174mm; margin: 0 auto; }
h1 { font-size: 26pt; line-height: 1.15; margin: 22mm 0 6mm; letter-spacing: -.01em; }
h1::before { content: ""; display: block; width: 18mm; height: 1.5mm; margin-bottom: 8mm; background: #0f766e; }
h2 { font-size: 14pt; margin: 9mm 0 2mm; padding-bottom: 1.5mm; border-bottom: .3mm solid #0f766e; break-after: avoid; }
h3 { font-size: 10pt; margin: 0 0 1mm; break-after: avoid; }
p { margin: 0 0 3mm; }
ul { padding-left: 5mm; margin: 0; }
li { margin-bottom: 1.5mm; }
.cover { break-after: page; }
.lead { font-size: 12pt; max-width: 140mm; margin-bottom: 10mm; }
.note { max-width: 140mm; margin-top: 10mm; color: #4a5159; }
.cover dl { border-top: .3mm solid #d5d9dd; }
.cover dl > div { padding: 2mm 0; border-bottom: .3mm solid #d5d9dd; }
section > p { break-after: avoid; break-inside: avoid; }
section:has(> ul) { break-inside: avoid; }
td:first-child { min-width: 32mm; hyphens: auto; }
article { border: .3mm solid #d5d9dd; border-radius: 1.5mm; padding: 2.5mm 3.5mm; margin-bottom: 3mm; break-inside: avoid; }
dl { margin: 0; }
dl > div { display: flex; gap: 4mm; }
dt { flex: 0 0 48mm; color: #4a5159; overflow-wrap: break-word; }
dd { margin: 0; flex: 1; min-width: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 0 0 4mm; }
th, td { border-bottom: .3mm solid #d5d9dd; padding: 1.5mm 2mm 1.5mm 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; color: #4a5159; }
tr { break-inside: avoid; }
small { color: #4a5159; }
.open, .after { margin: 2mm 0 0; color: #4a5159; }
.number { text-align: right; padding-right: 5mm; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
`;
