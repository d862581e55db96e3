import type { MissionView } from '../../../../engine/contracts/views.ts'
import { missionCopy, outcomeWord } from '../../../copy/mission.ts'
import { sideWords } from '../../../copy/words.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { SideArrow } from '../../../ui/glyphs.tsx'
import * as css from './mission-queue.css.ts'

type Props = Readonly<{
  missions: readonly MissionView[]
  shown: string
  onPick: (mission: string) => void
}>

export function MissionQueue({ missions, shown, onPick }: Props) {
  return (
    <ul className={css.queue} aria-label={missionCopy.queue}>
      {missions.map(({ mission, state, orderState, leftMs }) => (
        <li key={mission.id}>
          <button
            type="button"
            className={css.ticket}
            aria-pressed={mission.id === shown}
            onClick={() => onPick(mission.id)}
          >
            <span className={css.side[mission.side]}>
              <SideArrow side={mission.side} />
            </span>
            <span className={css.pair}>{mission.pair}</span>
            <span className={css.words}>{sideWords[mission.side]}</span>
            <span className={css.state}>
              {state === 'pending' ? countdownText(leftMs) : outcomeWord(state, orderState)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
