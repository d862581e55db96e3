import type { ChallengesNow, ChallengeState } from '../../../engine/contracts/campaign.ts'
import { badgesCopy, challengesCopy } from '../../copy/campaign.ts'
import { label, number } from '../../theme/type.css.ts'
import { countText } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import * as css from './challenges.css.ts'

/** Three of the day and one of the week, all about discipline. */
export function Challenges({ challenges }: Readonly<{ challenges: ChallengesNow }>) {
  const { day, today, week } = challenges
  return (
    <Panel title={challengesCopy.title} source="ledger" aside={day} className={css.panel} bare>
      {day === null ? (
        <PanelMessage tone="empty" text={challengesCopy.none} next={challengesCopy.noneNext} />
      ) : (
        <div className={css.groups}>
          <Group name={challengesCopy.today} challenges={today} />
          {week && <Group name={challengesCopy.week} challenges={[week]} />}
        </div>
      )}
    </Panel>
  )
}

function Group({ name, challenges }: Readonly<{ name: string; challenges: readonly ChallengeState[] }>) {
  return (
    <section aria-label={name}>
      <h3 className={label}>{name}</h3>
      <ul>
        {challenges.map(challenge => (
          <Challenge key={challenge.id} challenge={challenge} />
        ))}
      </ul>
    </section>
  )
}

/** Each state has its own sign as well as its colour. */
const SIGNS: Readonly<Record<ChallengeState['is'], string>> = {
  open: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3',
  kept: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3M8 5.5V8l2 1.5',
  met: 'M2.5 8.5l3.5 3.5 7.5-8',
  missed: 'M4 4l8 8M12 4l-8 8',
}

function Challenge({ challenge }: Readonly<{ challenge: ChallengeState }>) {
  const { text, is, n, of, xp } = challenge
  return (
    <li className={css.challenge}>
      <svg className={css.sign[is]} viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[is]} />
      </svg>
      <div className={css.words}>
        <p className={is === 'missed' ? css.text.missed : css.text.open}>{text}</p>
        <p className={css.state[is]}>
          {challengesCopy.is(is)}
          {of > 1 && ` · ${challengesCopy.progress(countText(n), countText(of))}`}
        </p>
      </div>
      <span className={`${number} ${css.xp}`}>{badgesCopy.pays(countText(xp))}</span>
    </li>
  )
}
