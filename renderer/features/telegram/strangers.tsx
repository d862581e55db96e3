import type { BotView } from '../../../engine/contracts/telegram.ts'
import { telegramCopy } from '../../copy/telegram.ts'
import { clockText, dayMonthText } from '../../ui/format/time.ts'
import * as css from './chats.css.ts'
import { note } from './telegram.css.ts'

const copy = telegramCopy.chats

/** Who wrote to the bot and is not paired; nothing where nobody has. */
export function Strangers({ strangers: { messages, last } }: Readonly<{ strangers: BotView['strangers'] }>) {
  if (messages === 0) return null
  return (
    <div className={note}>
      <p>{copy.strangers(messages)}</p>
      <ul className={css.strangers}>
        {last.map(({ name, atMs }) => (
          <li key={`${atMs} ${name}`} className={css.stranger}>
            <bdi>{name}</bdi> {dayMonthText(atMs)} {clockText(atMs)}
          </li>
        ))}
      </ul>
    </div>
  )
}
