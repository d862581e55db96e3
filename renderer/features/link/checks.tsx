import type { LinkCheck } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import type { Terminal } from './terminals.ts'
import * as css from './checks.css.ts'

const copy = linkPageCopy.checks

type Props = Readonly<{
  terminal: Terminal
  noEngine: string | null
  /** What stands here is as it was told before. */
  isLate: boolean
}>

/** Whether a shot could leave, check by check, the worst first: the engine has put them in order. */
export function Checks({ terminal: { traffic, desk }, noEngine, isLate }: Props) {
  const { noDesk, noDeskNext, noEngineNext } = linkPageCopy
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      {desk === null ? (
        <PanelMessage
          tone="error"
          text={noEngine ?? noDesk}
          next={noEngine === null ? noDeskNext : noEngineNext}
        />
      ) : (
        <>
          <Verdict {...verdictOf(desk.checks, traffic.isUp, isLate)} />
          <ul className={css.list}>
            {desk.checks.map(check => (
              <Check key={`${check.name} ${check.text}`} check={check} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

type Said = Readonly<{ tone: 'bad' | 'unknown' | 'good'; text: string }>

/** Well only while nothing is wrong, nothing is unknown, and all of it is new. */
function verdictOf(checks: readonly LinkCheck[], isUp: boolean, isLate: boolean): Said {
  const count = (is: LinkCheck['is']) => checks.filter(check => check.is === is).length
  const [bad, unknown] = [count('bad'), count('unknown')]
  if (isLate) return { tone: 'unknown', text: copy.old }
  if (!isUp) return { tone: 'bad', text: copy.away }
  if (bad > 0) return { tone: 'bad', text: copy.bad(bad) }
  if (unknown > 0) return { tone: 'unknown', text: copy.unknown(unknown) }
  return { tone: 'good', text: copy.good }
}

function Verdict({ tone, text }: Said) {
  return (
    <p className={css.verdict[tone]} role="status">
      {text}
    </p>
  )
}

function Check({ check: { name, is, text, nextStep } }: Readonly<{ check: LinkCheck }>) {
  return (
    <li className={css.row} data-check={name} data-is={is}>
      <span className={css.mark[is]}>{copy.is[is]}</span>
      <div className={css.words}>
        {text}
        {nextStep !== null && (
          <span className={css.next}>
            <b>{copy.next}</b> {nextStep}
          </span>
        )}
      </div>
    </li>
  )
}
