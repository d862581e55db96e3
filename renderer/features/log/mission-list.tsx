import type { MissionEntry } from '../../../engine/contracts/mission-log.ts'
import type { Ulid } from '../../../engine/contracts/primitives.ts'
import { whyWords } from '../../copy/ghosts.ts'
import { logCopy } from '../../copy/log.ts'
import { missionStateWords } from '../../copy/words.ts'
import { Button } from '../../ui/button.tsx'
import { rText } from '../../ui/format/numbers.ts'
import { clockText, dateText } from '../../ui/format/time.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import * as css from './log.css.ts'
import type { MissionPages } from './use-missions.ts'

type Props = Readonly<{ pages: MissionPages; shown: Ulid | null; choose: (mission: Ulid) => void }>

export function MissionList({ pages, shown, choose }: Props) {
  const { value, problem, read, older, newer } = pages
  if (value === null) return <NotRead words={logCopy} problem={problem} read={read} />
  return (
    <>
      {value.missions.length === 0 ? (
        <NoMission pages={pages} />
      ) : (
        <ol className={css.list} aria-label={logCopy.region}>
          {value.missions.map(entry => (
            <li key={entry.id}>
              <Entry entry={entry} isShown={entry.id === shown} choose={choose} />
            </li>
          ))}
        </ol>
      )}
      {(older ?? newer) && (
        <div className={css.pager}>
          <Button look="small" disabled={newer === null} onClick={newer ?? undefined}>
            {logCopy.newer}
          </Button>
          <Button look="small" disabled={older === null} onClick={older ?? undefined}>
            {logCopy.older}
          </Button>
        </div>
      )}
    </>
  )
}

function NoMission({ pages: { older, newer, filter } }: Readonly<{ pages: MissionPages }>) {
  const isAny = filter.state === null && filter.pair === null && filter.setup === null
  if (isAny && older === null && newer === null)
    return <PanelMessage tone="empty" text={logCopy.empty} next={logCopy.emptyNext} />
  return (
    <PanelMessage tone="empty" text={logCopy.noneHere} next={logCopy.noneHereNext}>
      {older && (
        <Button look="small" onClick={older}>
          {logCopy.goOn}
        </Button>
      )}
    </PanelMessage>
  )
}

type EntryProps = Readonly<{ entry: MissionEntry; isShown: boolean; choose: (mission: Ulid) => void }>

function Entry({ entry, isShown, choose }: EntryProps) {
  const { id, pair, side, setup, state, why, r, ghostR, issuedMs } = entry
  return (
    <button
      type="button"
      className={css.entry}
      aria-current={isShown ? 'true' : undefined}
      onClick={() => choose(id)}
    >
      <span className={css.entryPair}>{pair}</span>
      <SideMark side={side} />
      <span className={css.entrySetup}>{setup}</span>
      <span className={css.entryEnd}>
        {r !== null && <span className={r < 0 ? css.lost : css.won}>{rText(r)}</span>}
        {r === null && ghostR !== null && (
          <span className={css.ghostR}>
            {logCopy.ghost} {rText(ghostR)}
          </span>
        )}
      </span>
      <span className={css.entryTime}>
        {dateText(issuedMs)} {clockText(issuedMs)}
      </span>
      <span className={css.entryState[state]}>{missionStateWords[state]}</span>
      <span className={css.entryWhy}>{why.map(whyWords).join(' · ')}</span>
    </button>
  )
}
