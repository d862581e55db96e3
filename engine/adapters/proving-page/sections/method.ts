import type { WalkFold, WalkForwardReport } from '../../../contracts/proving.ts'
import { count, day, percent, signed } from '../figures.ts'
import { markup, NOTHING, type Markup } from '../markup.ts'
import { CHOICE_NAMES, wholeOf } from './choices.ts'

/** How it was found, what stands against it, and where every figure comes from. */
export function method(report: WalkForwardReport): Markup {
  const { windows, gateR, refusals } = report
  const most = refusals.reduce((sum, { n }) => sum + n, 0)
  return markup`<h2>How was it found?</h2>
  <ul>
    <li>Fits learn only from candidates whose time exit lies at least ${windows.embargoHours} hours before the test window; what reaches further was left out (“purged”). Only results of the test windows are on this page.</li>
    <li>A candidate became a signal when its expected value after cost was above ${gateR} R and none of the guards stood in its way.</li>
    ${report.costs.map(line => markup`<li>${line}</li>`)}
    ${report.results.map(one => ambiguity(CHOICE_NAMES[one.choice], one.ambiguous, wholeOf(one)?.n ?? 0))}
    <li>${count(report.trials.study)} looks were taken by the study that chose these setups and features, all of 2018 among them; this is question ${count(report.trials.here)} that was put to this lab.</li>
  </ul>
  <h3>Windows</h3>
  <div class="wide"><table>
    <thead><tr><th>Fit</th><th class="words">Test</th><th>fitted</th><th>purged</th><th>tested</th><th>signals</th><th class="words">share of targets in the fit</th></tr></thead>
    <tbody>${report.folds.map(foldRow)}</tbody>
  </table></div>
  ${
    most === 0
      ? NOTHING
      : markup`<h3>Why candidates of the test windows did not become signals</h3>
  <div class="wide"><table class="narrow"><thead><tr><th>Reason</th><th>candidates</th></tr></thead>
    <tbody>${refusals.map(({ code, n }) => markup`<tr><td>${code}</td><td>${count(n)}</td></tr>`)}</tbody></table></div>
  <p>A candidate may have several reasons. ${report.basis}.</p>`
  }
  <h3>Data</h3>
  <div class="wide"><table>
    <thead><tr><th>Pair</th><th>minutes</th><th class="words">from, to</th><th class="words">spread</th><th>candidates</th><th class="words">what was wrong</th><th class="words">file, SHA-256</th></tr></thead>
    <tbody>${report.data.pairs.map(
      pair => markup`<tr><td>${pair.pair}</td><td>${count(pair.bars)}</td><td class="words">${day(pair.fromMs)}, ${day(pair.toMs)}</td>
      <td class="words">${pair.spread === 'model' ? 'modelled: bids only' : `from ${pair.spread}`}</td><td>${count(pair.candidates)}</td>
      <td class="words">${
        Object.entries(pair.faults)
          .map(([code, n]) => `${code} ${count(n)}`)
          .join(', ') || 'nothing'
      }</td>
      <td class="words">${pair.files.map(({ name, sha256 }) => markup`<div>${name} <code>${sha256.slice(0, 16)}…</code></div>`)}</td></tr>`,
    )}</tbody>
  </table></div>
  ${leftOut(report)}
  <p>All data together: <code>${report.data.hash}</code>. The same data, engine, seed and settings give the same report, byte for byte.</p>`
}

function leftOut({ data }: WalkForwardReport): Markup {
  const notes = data.pairs.flatMap(pair => pair.notes)
  if (notes.length === 0 && data.leftOut.length === 0) return NOTHING
  return markup`<ul>${notes.map(note => markup`<li>${note}.</li>`)}${data.leftOut.map(({ pair, text }) => markup`<li>${pair} was left out: ${text}.</li>`)}</ul>`
}

function ambiguity(
  name: string,
  { n, share, worst, best }: WalkForwardReport['results'][number]['ambiguous'],
  of: number,
): Markup {
  return markup`<li>${name}: ${count(n)} of ${count(of)} trades (${percent(share, 2)}) ended in a minute that held both stop and target; the stop was taken. Expectancy between ${signed(worst)} R and ${signed(best)} R.</li>`
}

function foldRow({
  fitFromMs,
  fitToMs,
  testFromMs,
  testToMs,
  fitted,
  purged,
  tested,
  issued,
  baseRates,
  unfitted,
}: WalkFold): Markup {
  const rates = baseRates.map(({ plan, rate, n }) => `${plan} ${percent(rate)} of ${count(n)}`)
  const missing = unfitted.map(({ plan, why }) => `${plan}: ${why}`)
  return markup`<tr><td>${day(fitFromMs)} – ${day(fitToMs - 1)}</td><td class="words">${day(testFromMs)} – ${day(testToMs - 1)}</td>
    <td>${count(fitted)}</td><td>${count(purged)}</td><td>${count(tested)}</td><td>${count(issued)}</td>
    <td class="words">${[...rates, ...missing].join(' · ')}</td></tr>`
}
