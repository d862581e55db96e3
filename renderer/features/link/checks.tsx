import type { LinkCheck } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import type { Terminal } from './terminals.ts'
import * as css from './checks.css.ts'

const copy = linkPageCopy.checks

/** Whether a shot could leave, check by check, the worst first: the engine has put them in order. */
export function Checks({ terminal: { desk }, noEngine }: Readonly<{ terminal: Terminal; noEngine: string | null }>) {
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
          <Verdict checks={desk.checks} />
          <ul className={css.list}>
            {desk.checks.map(check => (
              <Check key={`${check.name} ${check.text}`} check={check} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
} // prettier-ignore

function Verdict({ checks }: Readonly<{ checks: readonly LinkCheck[] }>) {
  const count = (is: LinkCheck['is']) => checks.filter(check => check.is === is).length
  const [bad, unknown] = [count('bad'), count('unknown')]
  const tone = bad > 0 ? 'bad' : unknown > 0 ? 'unknown' : 'good'
  const text = bad > 0 ? copy.bad(bad) : unknown > 0 ? copy.unknown(unknown) : copy.good
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
