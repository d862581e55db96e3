import type { Expression, SourcePosition } from '../../ast.ts'
import type { Here } from '../work.ts'
import type { Choice } from './choose.ts'

/** Tells what a call's choice brought up: why there is none, or what its conversions lose. */
export function reportChoice(
  choice: Choice,
  at: SourcePosition,
  written: readonly Expression[],
  here: Here,
): void {
  if (choice.kind === 'refused') {
    const blamed = written[choice.argument]
    here.work.report(blamed?.at ?? at, choice.complaint.code, choice.complaint.text)
    return
  }
  choice.match.fits.forEach((fit, index) => {
    if (fit.complaint !== null) {
      here.work.report(written[index]?.at ?? at, fit.complaint.code, fit.complaint.text)
    }
  })
}
