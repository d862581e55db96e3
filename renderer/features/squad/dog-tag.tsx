import { useState } from 'react'
import type { FormEvent } from 'react'
import type { SquadBoard } from '../../../engine/contracts/squad-desk.ts'
import { privacyLevels, privacyWords, squadCopy } from '../../copy/squad.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './squad.css.ts'
import { useSquadWish, type OnDone } from './use-squad-wish.ts'

const copy = squadCopy.tag
type Me = NonNullable<SquadBoard['me']>
type Props = Readonly<{ me: Me | null; onDone: OnDone }>

/** Your name among traders, and the key that signs for it. */
export function DogTag({ me, onDone }: Props) {
  const [isChanging, setChanging] = useState(me === null)
  const close = () => setChanging(false)
  const change = (
    <Button look="small" onClick={() => setChanging(true)}>
      {copy.change}
    </Button>
  )
  return (
    <Panel title={copy.title} source="ledger" aside={!isChanging && change} className={css.still}>
      <div className={css.stack}>
        {me && <Tag me={me} />}
        {isChanging && <TakeName me={me} onDone={answer => (close(), onDone(answer))} onKeep={close} />}
      </div>
    </Panel>
  )
}

function Tag({ me }: Readonly<{ me: Me }>) {
  const { text, meaning } = privacyWords[me.privacy]
  return (
    <div className={css.tag} title={copy.keyMeaning}>
      <p className={css.callSign}>
        <bdi>{me.callSign}</bdi>
      </p>
      <p className={css.fingerprint} aria-label={copy.key}>
        {me.fingerprint}
      </p>
      <p className={css.row}>
        <Chip title={meaning}>{copy.shows(text)}</Chip>
      </p>
    </div>
  )
}

type FormProps = Readonly<{ me: Me | null; onDone: OnDone; onKeep: () => void }>

function TakeName({ me, onDone, onKeep }: FormProps) {
  const [callSign, setCallSign] = useState<string>(me?.callSign ?? '')
  const [privacy, setPrivacy] = useState(me?.privacy ?? 'results')
  const { isSending, refusals, ask } = useSquadWish(onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({ wish: 'takeCallSign', callSign, privacy })
  }
  return (
    <form className={css.stack} onSubmit={submit}>
      {me === null && <p className={css.dim}>{copy.why}</p>}
      <label className={css.field}>
        <span className={label}>{copy.callSign}</span>
        <input
          className={css.input}
          value={callSign}
          maxLength={200}
          dir="auto"
          onChange={event => setCallSign(event.target.value)}
        />
      </label>
      <div className={css.field} role="group" aria-label={copy.privacy}>
        <span className={label}>{copy.privacy}</span>
        <div className={css.row}>
          {privacyLevels.map(level => (
            <Button
              key={level}
              look="small"
              aria-pressed={level === privacy}
              onClick={() => setPrivacy(level)}
            >
              {privacyWords[level].text}
            </Button>
          ))}
        </div>
        <p className={css.faint}>{privacyWords[privacy].meaning}</p>
      </div>
      <Refusals sentences={refusals} />
      <div className={css.row}>
        <Button look="gold" type="submit" disabled={isSending || callSign.trim() === ''}>
          {copy.take}
        </Button>
        {me !== null && <Button onClick={onKeep}>{copy.keep}</Button>}
      </div>
    </form>
  )
}
