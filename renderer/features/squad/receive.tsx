import { useRef, useState } from 'react'
import type { DragEvent, FormEvent } from 'react'
import { squadCopy } from '../../copy/squad.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { readGiven } from './read-given.ts'
import * as css from './squad.css.ts'
import { useSquadWish, type OnDone } from './use-squad-wish.ts'

const copy = squadCopy.receive
type Props = Readonly<{ onDone: OnDone }>

/** Where every dispatch comes in: pasted, or dropped as a file or a picture. */
export function Receive({ onDone }: Props) {
  const [text, setText] = useState('')
  const [isOver, setOver] = useState(false)
  const { isSending, refusals, ask, refuse } = useSquadWish(answer => {
    setText('')
    onDone(answer)
  })

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return
    const given = await readGiven(file)
    if (given.is === 'refused') return refuse([given.text])
    setText(given.text.trim())
    refuse([])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({ wish: 'receiveDispatch', text })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <Panel title={copy.title} source="ledger" className={css.still}>
      <form className={css.stack} onSubmit={submit}>
        <label className={css.field}>
          <span className={label}>{copy.text}</span>
          <textarea
            className={css.drop}
            data-over={isOver}
            value={text}
            maxLength={20_000}
            placeholder={copy.hint}
            spellCheck={false}
            onChange={event => setText(event.target.value)}
            onDragOver={event => (event.preventDefault(), setOver(true))}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          />
        </label>
        <Refusals sentences={refusals} />
        <div className={css.row}>
          <Button look="gold" type="submit" disabled={isSending || text.trim() === ''}>
            {copy.take}
          </Button>
          <FilePicker onPick={file => void take(file)} />
        </div>
      </form>
    </Panel>
  )
}

function FilePicker({ onPick }: Readonly<{ onPick: (file: File | undefined) => void }>) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        className={css.hiddenInput}
        type="file"
        aria-label={copy.file}
        accept=".bitten,.txt,text/plain,image/*"
        onChange={event => {
          onPick(event.target.files?.[0])
          // The same file again is another choice.
          event.target.value = ''
        }}
      />
      <Button onClick={() => picker.current?.click()}>{copy.file}</Button>
    </>
  )
}
