import type { MessageCount } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { label, number, spoken } from '../../theme/type.css.ts'
import { countText } from '../../ui/format/numbers.ts'
import { clockText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { faultsOf, messageRows } from './counters.ts'
import type { Terminal } from './terminals.ts'
import * as css from './link.css.ts'

const copy = linkPageCopy.messages

/** What has gone over the link in both directions, and what of it was wrong. */
export function Messages({ terminal }: Readonly<{ terminal: Terminal }>) {
  const rows = messageRows(terminal.traffic)
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      {rows.length === 0 ? (
        <p className={css.dim}>{copy.none}</p>
      ) : (
        <table className={css.table}>
          <caption className={spoken}>{copy.title}</caption>
          <thead>
            <tr>
              <th className={css.firstHead}>{copy.kind}</th>
              <th className={css.numberHead}>{copy.in}</th>
              <th className={css.numberHead}>{copy.out}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, received, sent }) => (
              <tr key={type} className={css.row}>
                <th scope="row" className={css.firstCell}>
                  {copy.kindOf(type)} <span className={css.wire}>{type}</span>
                </th>
                <td className={`${css.cell} ${number}`}>
                  <Count count={received} />
                </td>
                <td className={`${css.cell} ${number}`}>
                  <Count count={sent} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Sums terminal={terminal} />
    </Panel>
  )
}

function Count({ count }: Readonly<{ count: MessageCount | null }>) {
  if (count === null) return '–'
  const { type, messages, records } = count
  return (
    <>
      {countText(messages)}
      {records !== null && (
        <span className={css.wire}>
          {' '}
          {countText(records)} {copy.records[type]}
        </span>
      )}
    </>
  )
}

function Sums({ terminal }: Readonly<{ terminal: Terminal }>) {
  const { traffic, desk } = terminal
  const faults = faultsOf(terminal).map(([code, count]) => `${code} ${countText(count)}`)
  const badTicks = desk?.badTicks ?? 0
  if (badTicks > 0) faults.push(`${countText(badTicks)} ${copy.badTicks}`)
  const verdicts = Object.entries(traffic.verdicts).map(([is, count]) => `${is} ${countText(count)}`)
  const { lastFault } = traffic
  return (
    <>
      <dl className={css.facts}>
        {verdicts.length > 0 && <Sum name={copy.verdicts} text={verdicts.join(', ')} />}
        <Sum name={copy.again} text={countText(traffic.toldAgain)} title={copy.againMeaning} />
        {desk !== null && <Sum name={copy.queued} text={orNotTold(desk.queued)} />}
        {desk !== null && <Sum name={copy.unacked} text={orNotTold(desk.unacked)} />}
        <Sum name={copy.faults} text={faults.join(', ') || copy.noFaults} />
      </dl>
      {lastFault !== null && (
        <p className={css.dim}>{copy.last(clockText(lastFault.atMs), lastFault.text)}</p>
      )}
    </>
  )
}

const orNotTold = (count: number | null): string =>
  count === null ? linkPageCopy.facts.notTold : countText(count)

function Sum({ name, text, title }: Readonly<{ name: string; text: string; title?: string }>) {
  return (
    <div className={css.fact} title={title}>
      <dt className={label}>{name}</dt>
      <dd className={css.value}>{text}</dd>
    </div>
  )
}
