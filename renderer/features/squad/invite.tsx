import { useState } from 'react'
import type { FormEvent } from 'react'
import type { BoardInvitation } from '../../../engine/contracts/squad-desk.ts'
import { squadCopy } from '../../copy/squad.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { dateText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './squad.css.ts'
import { useSquadWish, type OnDone } from './use-squad-wish.ts'

const copy = squadCopy.invite
/** Older ones are in the ledger. */
const SHOWN = 8

type Props = Readonly<{
  invitations: readonly BoardInvitation[]
  onDone: OnDone
  onShow: (dispatch: string) => void
}>

/** A signed text by which others enlist, and those that were made before. */
export function Invite({ invitations, onDone, onShow }: Props) {
  const [uses, setUses] = useState('1')
  const [days, setDays] = useState('7')
  const { isSending, refusals, ask } = useSquadWish(onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({ wish: 'makeInvitation', uses: Number(uses), days: Number(days) })
  }
  return (
    <Panel title={copy.title} source="ledger" className={css.still}>
      <form className={css.stack} onSubmit={submit}>
        <div className={css.row}>
          <Whole name={copy.uses} value={uses} most={50} onType={setUses} />
          <Whole name={copy.days} value={days} most={30} onType={setDays} />
          <Button look="gold" type="submit" disabled={isSending}>
            {copy.make}
          </Button>
        </div>
        <Refusals sentences={refusals} />
      </form>
      <ul aria-label={copy.list}>
        {invitations.length === 0 && <li className={css.faint}>{copy.empty}</li>}
        {invitations.slice(0, SHOWN).map(invitation => (
          <Made key={invitation.invitation} invitation={invitation} onShow={onShow} />
        ))}
      </ul>
    </Panel>
  )
}

type WholeProps = Readonly<{ name: string; value: string; most: number; onType: (text: string) => void }>

function Whole({ name, value, most, onType }: WholeProps) {
  return (
    <label className={css.row}>
      <span className={label}>{name}</span>
      <input
        className={css.short}
        type="number"
        min={1}
        max={most}
        required
        value={value}
        onChange={event => onType(event.target.value)}
      />
    </label>
  )
}

type MadeProps = Readonly<{ invitation: BoardInvitation; onShow: (dispatch: string) => void }>

function Made({ invitation: { used, uses, expiresMs, dispatch }, onShow }: MadeProps) {
  const [openedMs] = useState(() => Date.now())
  const isOver = expiresMs < openedMs
  const isFull = used >= uses
  const state = isFull ? copy.full : isOver ? copy.over : copy.until(dateText(expiresMs))
  return (
    <li className={css.item}>
      <span>
        {copy.used(used, uses)} <span className={css.faint}>{state}</span>
      </span>
      {!isOver && !isFull && (
        <Button look="small" onClick={() => onShow(dispatch)}>
          {copy.show}
        </Button>
      )}
    </li>
  )
}
