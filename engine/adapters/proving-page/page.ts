import type { WalkForwardReport } from '../../contracts/proving.ts'
import { Markup, markup } from './markup.ts'
import { calibration } from './sections/calibration.ts'
import { equity } from './sections/equity.ts'
import { method } from './sections/method.ts'
import { results } from './sections/results.ts'
import { verdict } from './sections/verdict.ts'
import { STYLE } from './style.ts'

/**
 * The report as one HTML file that needs nothing else: no network, no script, its charts drawn in it. The same report gives the
 * same bytes.
 */
export function provingPage(report: WalkForwardReport): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>BITTEN proving ground: walk-forward</title>
<style>${new Markup(STYLE)}</style>
</head>
<body><main>
${verdict(report)}
${results(report)}
${calibration(report)}
${equity(report)}
${method(report)}
</main></body>
</html>
`
  return page.text
}
