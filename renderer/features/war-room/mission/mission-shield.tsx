import type { Shield, ShieldLine } from '../../../../engine/contracts/mission.ts'
import { shieldCopy } from '../../../copy/mission.ts'
import { informsWords, shieldClassWords, shieldPartWords } from '../../../copy/words.ts'
import { fixed } from '../../../ui/format/numbers.ts'
import { label, spoken } from '../../../theme/type.css.ts'
import * as evidence from './mission-evidence.css.ts'
import * as css from './reckoning.css.ts'

/** How safe the circumstances are, point by point, and what share of the risk that leaves. */
export function MissionShield({ shield }: Readonly<{ shield: Shield | null }>) {
  if (shield === null)
    return (
      <p className={evidence.words}>
        <span className={label}>{shieldCopy.title}</span> {shieldCopy.unmeasured}
      </p>
    )
  return (
    <details className={evidence.details}>
      <summary className={css.summary}>
        <span className={evidence.summary}>{shieldCopy.title}</span>{' '}
        <strong className={css.score}>{fixed(shield.score, 2)}</strong> {shieldCopy.of}{' '}
        <span className={css.grade[shield.class]}>{shieldClassWords[shield.class]}</span>{' '}
        <span className={css.aside}>{shieldCopy.size(shield.sizeFactor)}</span>
      </summary>
      <table className={css.table}>
        <caption className={spoken}>{shieldCopy.title}</caption>
        <thead className={spoken}>
          <tr>
            <th>{shieldCopy.columns.part}</th>
            <th>{shieldCopy.columns.points}</th>
            <th>{shieldCopy.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {shield.lines.map(line => (
            <Line key={line.part} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr className={css.row}>
            <th className={css.name}>{shieldCopy.sum}</th>
            <td className={css.points}>{fixed(shield.score, 2)}</td>
            <td className={css.why}>
              {shieldCopy.of}: {shieldCopy.size(shield.sizeFactor)}
            </td>
          </tr>
        </tfoot>
      </table>
    </details>
  )
}

function Line({ line }: Readonly<{ line: ShieldLine }>) {
  const { part, informs, points, most, value, text } = line
  const isSilent = informs === 'none'
  return (
    <tr className={isSilent ? css.silentRow : css.row} title={informsWords[informs]}>
      <th className={css.name}>{shieldPartWords[part]}</th>
      <td className={css.points}>
        {isSilent ? '—' : fixed(points, 2)}
        {!isSilent && <span className={css.most}> / {fixed(most, 2)}</span>}
      </td>
      <td className={value === null ? css.missing : css.why}>
        {text}
        {isSilent && ` (${shieldCopy.counts})`}
      </td>
    </tr>
  )
}
