/** The page's looks: the War Room's green-black and gold on a screen, ink on white paper. */
export const STYLE = `
:root {
  --field: #0a1f0a; --panel: #0d260f; --line: #24452a; --soft: #17341b;
  --gold: #d4af37; --gold-bright: #f4dd8d; --ink: #eef3e8; --dim: #bccab8; --faint: #93a690;
  --gain: #5be6b4; --loss: #ff8f70; --random: #8fb6d8; --band: rgba(212, 175, 55, .13); --fall: rgba(255, 143, 112, .17);
}
* { box-sizing: border-box }
body { margin: 0; background: var(--field); color: var(--ink); font: 15px/1.55 'Inter', 'Segoe UI', system-ui, sans-serif;
  font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact }
main { max-width: 1040px; margin: 0 auto; padding: 40px 28px 72px }
header { border-bottom: 2px solid var(--gold); padding-bottom: 18px; margin-bottom: 26px }
.brand { color: var(--gold); letter-spacing: .34em; font-weight: 700; font-size: 13px; text-transform: uppercase }
h1 { font-size: 32px; line-height: 1.15; margin: 8px 0 6px; letter-spacing: -.01em }
h2 { color: var(--gold); font-size: 20px; margin: 46px 0 6px; padding-top: 18px; border-top: 1px solid var(--line) }
h3 { font-size: 15px; margin: 26px 0 4px; color: var(--gold-bright); font-weight: 600 }
p { margin: 6px 0 12px; max-width: 78ch; color: var(--dim) }
p.lead { color: var(--ink); font-size: 18px; line-height: 1.5 }
.basis { color: var(--gold-bright); font-weight: 600; max-width: none }
b { color: var(--ink) }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; margin: 20px 0 }
.tile { background: var(--panel); border: 1px solid var(--line); border-left: 3px solid var(--gold); padding: 12px 14px }
.tile .what { color: var(--dim); font-size: 12.5px }
.tile .value { font-size: 26px; font-weight: 650; letter-spacing: -.01em; line-height: 1.3; color: var(--ink) }
.tile .more { color: var(--faint); font-size: 12px; line-height: 1.45 }
figure { margin: 14px 0 20px; background: var(--panel); border: 1px solid var(--line); padding: 16px 18px 12px }
figcaption { color: var(--faint); font-size: 12.5px; line-height: 1.5; margin-top: 10px; padding-top: 8px; border-top: 1px solid var(--soft) }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px }
.pair figure { margin: 14px 0 4px }
figure h3 { margin-top: 0 }
svg { display: block; width: 100%; height: auto; font: 13px 'Inter', 'Segoe UI', system-ui, sans-serif }
svg .axis { fill: var(--faint); font-size: 12px }
svg .name, svg .number, svg .note { fill: var(--ink); font-size: 13px }
svg .number { font-variant-numeric: tabular-nums }
svg .note { fill: var(--loss); font-size: 12.5px; paint-order: stroke; stroke: var(--panel); stroke-width: 4px }
svg .lesser { fill: var(--dim) }
svg .middle { text-anchor: middle } svg .end { text-anchor: end }
svg .grid { stroke: var(--soft) } svg .rule { stroke: var(--soft) }
svg .zero { stroke: var(--dim); stroke-width: 1.2 }
svg .truth { stroke: var(--dim); stroke-dasharray: 5 5 }
svg .band { fill: var(--band) } svg .fall { fill: var(--fall) }
svg .equity { fill: none; stroke: var(--gold); stroke-width: 1.7; stroke-linejoin: round }
svg .whisker { stroke-width: 2.4; stroke-linecap: round }
svg .whisker.gain { stroke: var(--gain) } svg .dot.gain { fill: var(--gain) }
svg .whisker.loss { stroke: var(--loss) } svg .dot.loss { fill: var(--loss) }
svg .whisker.open, svg .whisker.rolling { stroke: var(--gold) } svg .dot.open, svg .dot.rolling { fill: var(--gold) }
svg .whisker.rolling { stroke-width: 1.6 }
svg .whisker.random { stroke: var(--random); stroke-width: 1.6 } svg .dot.random { fill: var(--random) }
svg .whisker.static { stroke: var(--faint); stroke-width: 1 } svg .dot.static { fill: var(--panel); stroke: var(--dim); stroke-width: 1.3 }
table { border-collapse: collapse; width: 100%; font-size: 13px; margin: 10px 0 }
th, td { text-align: right; padding: 5px 8px; border-bottom: 1px solid var(--soft); white-space: nowrap }
th { color: var(--faint); font-weight: 500; font-size: 12px; vertical-align: bottom; white-space: normal }
th:first-child, td:first-child, td.words, th.words { text-align: left }
td.words { white-space: normal }
td small { display: block; color: var(--faint); font-size: 11.5px; line-height: 1.3 }
td { vertical-align: top }
table.narrow { width: auto; min-width: 340px }
.wide { overflow-x: auto }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin: 0 5px 0 12px; vertical-align: baseline }
.key:first-of-type { margin-left: 0 }
.key.own { background: var(--gold) } .key.gain { background: var(--gain) } .key.loss { background: var(--loss) } .key.random { background: var(--random) }
.key.static { border: 1.5px solid var(--dim) }
.none { color: var(--faint); font-style: italic }
code { font: 12px 'JetBrains Mono', Consolas, monospace; color: var(--dim); overflow-wrap: anywhere }
ul { color: var(--dim); padding-left: 20px; margin: 6px 0; max-width: 90ch } li { margin: 3px 0 }
@media (max-width: 760px) { .pair, .tiles { grid-template-columns: 1fr } }
@media print {
  :root { --field: #fff; --panel: #fff; --line: #c9ceC6; --soft: #e4e7e1; --gold: #8a6d0f; --gold-bright: #5f4b08; --ink: #101810; --dim: #33402f;
    --faint: #5b6857; --gain: #0b7d56; --loss: #b53b16; --random: #2f6390; --band: rgba(138, 109, 15, .14); --fall: rgba(181, 59, 22, .13) }
  @page { size: A4; margin: 13mm }
  body { font-size: 11.5px } main { padding: 0; max-width: none } h1 { font-size: 20px; margin: 4px 0 } p.lead { font-size: 12.5px }
  header { padding-bottom: 8px; margin-bottom: 12px } .tiles { margin: 10px 0; gap: 8px } .tile { padding: 6px 10px } .tile .value { font-size: 17px }
  .tile .what, .tile .more, figcaption { font-size: 10px } h2 { font-size: 15px; margin-top: 18px; padding-top: 10px } figure { padding: 10px 12px 8px; margin: 8px 0 12px }
  figure, .tile, table, tr { break-inside: avoid } h2, h3 { break-after: avoid }
  table { font-size: 10.5px } th, td { padding: 3px 5px } .wide { overflow: visible }
}`
