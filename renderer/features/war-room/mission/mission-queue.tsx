import type { MissionView } from '../../../../engine/contracts/views.ts'
import { missionCopy, outcomeWord } from '../../../copy/mission.ts'
import { sideWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { countdownText } from '../../../ui/format/time.ts'
import { SideArrow } from '../../../ui/glyphs.tsx'
import { TerminalName } from '../../../ui/terminal-name.tsx'
import * as css from './mission-queue.css.ts'

type Props = Readonly<{
  missions: readonly MissionView[]
  shown: string
  onPick: (mission: string) => void
}>

/** Every mission that is alive; one of another account than the shown says so. */
export function MissionQueue({ missions, shown, onPick }: Props) {
  const at = useView(view => view.shown)
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
            {mission.terminal !== at && <TerminalName terminal={mission.terminal} />}
          </button>
        </li>
      ))}
    </ul>
  )
}
