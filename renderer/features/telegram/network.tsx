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

const copy = telegramCopy.way

/** The way from here to Telegram. */
export function Network({ settings }: Readonly<{ settings: BotSettings }>) {
  const { refusals, make } = useChange(settings)
  const { now, problem, read } = settings
  const use = (proxy: string | null) => make(() => ({ proxy }), proxy === null ? copy.dropped : copy.kept)
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      {now === null ? (
        <NotRead words={telegramCopy.settings} problem={problem} read={read} />
      ) : (
        <div className={css.stack}>
          <Proxy key={now.proxy} now={now} onUse={use} />
          <Refusals sentences={refusals} />
          <p className={css.faint} title={copy.serverMeaning}>
            {copy.server} <span className={css.address}>{now.apiRoot}</span>
          </p>
        </div>
      )}
    </Panel>
  )
}

type Props = Readonly<{ now: TelegramSettings; onUse: (proxy: string | null) => void }>

function Proxy({ now: { proxy }, onUse }: Props) {
  const [text, setText] = useState(proxy ?? '')
  const typed = text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onUse(typed === '' ? null : typed)
  }
  return (
    <form className={css.stack} onSubmit={submit}>
      <label className={css.field}>
        <span className={label}>{copy.proxy}</span>
        <input
          className={css.input}
          value={text}
          maxLength={300}
          placeholder={copy.hint}
          spellCheck={false}
          onChange={event => setText(event.target.value)}
        />
      </label>
      {proxy === null && <p className={css.faint}>{copy.none}</p>}
      <div className={css.row}>
        <Button look="small" type="submit" disabled={typed === (proxy ?? '')}>
          {copy.keep}
        </Button>
        {proxy !== null && (
          <Button look="small" onClick={() => onUse(null)}>
            {copy.drop}
          </Button>
        )}
      </div>
    </form>
  )
}
