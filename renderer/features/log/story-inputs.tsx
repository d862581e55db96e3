import type { Mission } from '../../../engine/contracts/mission.ts'
import { logCopy } from '../../copy/log.ts'
import { figureText } from '../../copy/mission.ts'
import { shieldPartWords, timerShareWords } from '../../copy/words.ts'
import { number } from '../../theme/type.css.ts'
import { fixed } from '../../ui/format/numbers.ts'
import * as css from './story.css.ts'

/** Everything that went into the decision, with its figure. */
export function StoryInputs({
  mission: { shield, timer, figures, warnings },
}: Readonly<{ mission: Mission }>) {
  return (
    <>
      {warnings.map(warning => (
        <p key={warning} className={css.warning}>
          {warning}
        </p>
      ))}
      <Lines
        title={logCopy.shieldLines}
        lines={(shield?.lines ?? []).map(({ part, points, most, text }) => ({
          name: shieldPartWords[part],
          value: most === 0 ? '—' : logCopy.ofPoints(fixed(points, 2), fixed(most, 2)),
          text,
        }))}
      />
      <Lines
        title={logCopy.timer}
        lines={timer.map(({ name, factor, text }) => ({
          name: timerShareWords[name],
          value: `× ${fixed(factor, 2)}`,
          text,
        }))}
      />
      <Lines
        title={logCopy.figures}
        lines={figures.map(figure => ({ name: figure.name, value: figureText(figure), text: '' }))}
      />
    </>
  )
}

type Line = Readonly<{ name: string; value: string; text: string }>

function Lines({ title, lines }: Readonly<{ title: string; lines: readonly Line[] }>) {
  if (lines.length === 0) return null
  return (
    <table className={css.inputs}>
      <caption className={css.caption}>{title}</caption>
      <tbody>
        {lines.map(({ name, value, text }) => (
          <tr key={name} className={css.row}>
            <th className={css.rowName} scope="row">
              {name}
              {text !== '' && <span className={css.rowText}>{text}</span>}
            </th>
            <td className={`${css.rowCell} ${number}`}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
