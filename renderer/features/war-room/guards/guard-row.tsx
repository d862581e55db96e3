import type { GuardView } from '../../../../engine/contracts/views.ts'
import { guardWords, guardsCopy } from '../../../copy/guards.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { GuardLine } from './guard-line.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import { useCountdown } from '../../../ui/use-countdown.ts'
import * as css from './guard-strip.css.ts'

export function GuardRow({ guard }: Readonly<{ guard: GuardView }>) {
  return (
    <GuardLine blocks={guard.blocks} name={guardWords[guard.guard]} text={guard.text}>
      <TerminalName terminal={guard.terminal} />
      {guard.leftMs !== null && <Left leftMs={guard.leftMs} terminal={guard.terminal} />}
    </GuardLine>
  )
}

function Left({ leftMs, terminal }: Readonly<{ leftMs: number; terminal: string }>) {
  const left = useCountdown(leftMs, terminal)
  return (
    <span className={css.left} title={guardsCopy.leftTitle}>
      <span className={css.clock} role="timer">
        {countdownText(left)}
      </span>{' '}
      {guardsCopy.left}
    </span>
  )
}
