import { linkPageCopy } from '../../copy/link-page.ts'
import { kindWords } from '../../copy/words.ts'
import { spoken } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { clockText } from '../../ui/format/time.ts'
import { nameOf, type Terminal } from './terminals.ts'
import * as css from './tabs.css.ts'

type Props = Readonly<{
  terminals: readonly Terminal[]
  shown: Terminal
  pick: (terminal: string) => void
}>

/** Which terminal is looked at, what money it is, and since when it is away. */
export function TerminalTabs({ terminals, shown, pick }: Props) {
  const { kind, isUp, lastEnd } = shown.traffic
  return (
    <div className={css.band[kind]}>
      <div className={css.tabs} role="group" aria-label={linkPageCopy.terminals}>
        {terminals.map(terminal => (
          <Tab
            key={terminal.traffic.terminal}
            terminal={terminal}
            isShown={terminal === shown}
            pick={() => pick(terminal.traffic.terminal)}
          />
        ))}
      </div>
      {kind === 'live' && <strong className={css.live}>{linkPageCopy.live}</strong>}
      {!isUp && lastEnd !== null && (
        <p className={css.lost} role="status">
          {linkPageCopy.lost(clockText(lastEnd.atMs), lastEnd.reason)}
        </p>
      )}
    </div>
  )
}

type TabProps = Readonly<{ terminal: Terminal; isShown: boolean; pick: () => void }>

function Tab({ terminal, isShown, pick }: TabProps) {
  const { kind, isUp } = terminal.traffic
  return (
    <Button look="small" className={css.tab} aria-pressed={isShown} onClick={pick}>
      <span className={css.lamp[isUp ? 'up' : 'down']} aria-hidden="true" />
      <span className={css.name}>{nameOf(terminal)}</span>
      <span className={css.kind}>{kindWords[kind]}</span>
      <span className={spoken}>{isUp ? linkPageCopy.up : linkPageCopy.down}</span>
    </Button>
  )
}
