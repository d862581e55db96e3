import type { SquadBoard } from '../../../engine/contracts/squad-desk.ts'
import { squadCopy } from '../../copy/squad.ts'
import { Button } from '../../ui/button.tsx'
import { dateText } from '../../ui/format/time.ts'
import { HoldButton } from '../../ui/hold/hold-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './squad.css.ts'
import { useSquadWish, type OnDone } from './use-squad-wish.ts'

const copy = squadCopy.leader

type Props = Readonly<{
  leader: SquadBoard['leader']
  onDone: OnDone
  onShow: (dispatch: string) => void
}>

/** Whom this desk has enlisted with, and what it sends them. */
export function Leader({ leader, onDone, onShow }: Props) {
  const { refusals, isSending, ask } = useSquadWish(onDone)
  return (
    <Panel title={copy.title} source="ledger" className={css.still}>
      {leader === null ? (
        <p className={css.dim}>
          {copy.empty} {copy.emptyNext}
        </p>
      ) : (
        <div className={css.stack}>
          <p className={css.callSign}>
            <bdi>{leader.callSign}</bdi>
          </p>
          <p className={css.fingerprint}>{leader.fingerprint}</p>
          <p className={css.faint}>{copy.since(dateText(leader.sinceMs))}</p>
          <Refusals sentences={refusals} />
          <div className={css.row}>
            <Button look="gold" disabled={isSending} onClick={() => ask({ wish: 'makeReport' })}>
              {copy.report}
            </Button>
            <Button look="small" onClick={() => onShow(leader.enlistment)}>
              {copy.again}
            </Button>
            <HoldButton look="small" title={copy.leaveMeaning} onHeld={() => ask({ wish: 'leaveSquad' })}>
              {copy.leave}
            </HoldButton>
          </div>
        </div>
      )}
    </Panel>
  )
}
