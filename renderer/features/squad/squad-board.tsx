import type { BoardRecruit } from '../../../engine/contracts/squad-desk.ts'
import { squadCopy } from '../../copy/squad.ts'
import { spoken } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './board.css.ts'
import { RecruitRows } from './recruit-rows.tsx'
import { useSquadWish, type OnDone } from './use-squad-wish.ts'

const copy = squadCopy.board
const MOST_RECRUITS = 200

type Props = Readonly<{
  recruits: readonly BoardRecruit[]
  /** When they were read: how old a report is holds for that moment. */
  readMs: number
  onDone: OnDone
  onRead: () => void
}>

/** Every recruit with the last week that they have signed: kinds of account side by side, never added together. */
export function SquadBoard({ recruits, readMs, onDone, onRead }: Props) {
  const { refusals, ask } = useSquadWish(onDone)
  const remove = (key: string) => ask({ wish: 'removeRecruit', recruit: key, why: copy.removedWhy })
  const aside = (
    <>
      {copy.recruits(recruits.length, MOST_RECRUITS)}
      <Button look="small" onClick={onRead}>
        {squadCopy.retry}
      </Button>
    </>
  )
  return (
    <Panel title={copy.title} source="ledger" aside={aside} bare>
      {recruits.length === 0 ? (
        <PanelMessage tone="empty" text={copy.empty} next={copy.emptyNext} />
      ) : (
        <div className={css.scroll}>
          <table>
            <thead>
              <tr>
                <th className={css.head}>{copy.who}</th>
                <th className={css.head}>{copy.account}</th>
                <th className={css.head}>{copy.rank}</th>
                <th className={css.right}>{copy.r}</th>
                <th className={css.right}>{copy.wins}</th>
                <th className={css.head}>{copy.week}</th>
                <th className={css.head}>
                  <span className={spoken}>{copy.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {recruits.map(recruit => (
                <RecruitRows key={recruit.key} recruit={recruit} nowMs={readMs} onRemove={remove} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Refusals sentences={refusals} />
      <p className={css.note}>{copy.ownWord}</p>
    </Panel>
  )
}
