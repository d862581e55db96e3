import type { Mission } from '../../../../engine/contracts/mission.ts'
import { timerCopy } from '../../../copy/mission.ts'
import { timerShareWords } from '../../../copy/words.ts'
import { fixed } from '../../../ui/format/numbers.ts'
import { spoken } from '../../../theme/type.css.ts'
import * as evidence from './mission-evidence.css.ts'
import * as css from './reckoning.css.ts'

const MINUTE_MS = 60_000

/** How long it may be decided, and what made that longer or shorter. */
export function MissionTimer({ mission }: Readonly<{ mission: Mission }>) {
  const { timer, issuedMs, expiresMs } = mission
  if (timer.length === 0) return null
  return (
    <details className={evidence.details}>
      <summary className={css.summary}>
        <span className={evidence.summary}>{timerCopy.title}</span>{' '}
        <strong className={css.score}>{timerCopy.minutes((expiresMs - issuedMs) / MINUTE_MS)}</strong>
      </summary>
      <table className={css.table}>
        <caption className={spoken}>{timerCopy.title}</caption>
        <thead className={spoken}>
          <tr>
            <th>{timerCopy.columns.share}</th>
            <th>{timerCopy.columns.factor}</th>
            <th>{timerCopy.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {timer.map(({ name, weight, factor, text }) => (
            <tr key={name} className={css.row}>
              <th className={css.name}>{timerShareWords[name]}</th>
              <td className={css.points}>
                <span className={css.most}>{timerCopy.weight(weight)}</span> {fixed(factor, 2)}×
              </td>
              <td className={css.why}>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
