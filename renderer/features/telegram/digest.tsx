import { useState } from 'react'
import type { FormEvent } from 'react'
import type { TelegramSettings } from '../../../engine/contracts/telegram.ts'
import { telegramCopy } from '../../copy/telegram.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './telegram.css.ts'
import type { BotSettings } from './use-bot-settings.ts'
import { useChange } from './use-change.ts'

const copy = telegramCopy.digest

/** How often what is told together is told. */
export function DigestPanel({ settings }: Readonly<{ settings: BotSettings }>) {
  const { refusals, make } = useChange(settings)
  const { now, problem, read } = settings
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      {now === null ? (
        <NotRead words={telegramCopy.settings} problem={problem} read={read} />
      ) : (
        <div className={css.stack}>
          <p className={css.dim}>{copy.meaning}</p>
          <Every
            key={now.digestMinutes}
            now={now}
            onKeep={minutes => make(() => ({ digestMinutes: minutes }), copy.kept(minutes))}
          />
          <Refusals sentences={refusals} />
        </div>
      )}
    </Panel>
  )
}

type Props = Readonly<{ now: TelegramSettings; onKeep: (minutes: number) => void }>

function Every({ now: { digestMinutes }, onKeep }: Props) {
  const [minutes, setMinutes] = useState(String(digestMinutes))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onKeep(Number(minutes))
  }
  return (
    <form className={css.row} onSubmit={submit}>
      <label className={css.row}>
        <span className={label}>{copy.every}</span>
        <input
          className={css.short}
          type="number"
          min={5}
          max={1440}
          required
          value={minutes}
          onChange={event => setMinutes(event.target.value)}
        />
        <span className={css.faint}>{copy.minutes}</span>
      </label>
      <Button look="small" type="submit" disabled={minutes === String(digestMinutes)}>
        {copy.keep}
      </Button>
    </form>
  )
}
