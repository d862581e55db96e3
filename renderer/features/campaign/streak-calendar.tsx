import type { CampaignAnswer, DayMark } from '../../../engine/contracts/campaign.ts'
import { streakCopy } from '../../copy/campaign.ts'
import { number, spoken } from '../../theme/type.css.ts'
import { Figure, Figures } from '../../ui/figure.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import * as css from './streak-calendar.css.ts'

const KEY: readonly DayMark[] = ['kept', 'quiet', 'broken']

/** Days kept in a row, and the last twelve weeks of trading days: a column a week. */
export function StreakCalendar({ streak }: Pick<CampaignAnswer, 'streak'>) {
  const { days, best, calendar } = streak
  return (
    <Panel title={streakCopy.title} source="ledger" aside={streakCopy.forgiven} className={css.panel} bare>
      {calendar.length === 0 ? (
        <PanelMessage tone="empty" text={streakCopy.none} next={streakCopy.noneNext} />
      ) : (
        <div className={css.body}>
          <Figures>
            <Figure name={streakCopy.days} size="large" is="gold">
              {countText(days)}
            </Figure>
            <Figure name={streakCopy.best}>{countText(best)}</Figure>
          </Figures>
          <Calendar calendar={calendar} />
          <ul className={css.key}>
            {KEY.map(mark => (
              <li key={mark} className={css.keyEntry}>
                <span className={css.day[mark]} /> {streakCopy[mark]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  )
}

function Calendar({ calendar }: Pick<CampaignAnswer['streak'], 'calendar'>) {
  return (
    <div className={css.field}>
      <div className={css.weekdays} aria-hidden="true">
        {streakCopy.weekdays.map(weekday => (
          <span key={weekday} className={number}>
            {weekday}
          </span>
        ))}
      </div>
      <ol className={css.calendar} aria-label={streakCopy.calendar}>
        {calendar.map(({ day, is }) => (
          <li key={day} className={css.day[is ?? 'missed']} title={streakCopy.day(day, is)}>
            <span className={spoken}>{streakCopy.day(day, is)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
