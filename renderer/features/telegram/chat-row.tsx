import type { ChatView } from '../../../engine/contracts/telegram.ts'
import { roleWords, telegramCopy } from '../../copy/telegram.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import * as dialog from '../../ui/dialog-body.css.ts'
import { DialogButton } from '../../ui/dialog-button.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { clockText, dayMonthText, dayText } from '../../ui/format/time.ts'
import * as css from './chats.css.ts'

const copy = telegramCopy.chats
const SHEET = { title: copy.unpairTitle, closeWord: copy.stay, width: 'narrow' } as const

type Props = Readonly<{ chat: ChatView; onUnpair: () => void }>

export function ChatRow({
  chat: { chat, name, role, pairedMs, waiting, lastSentMs, problem },
  onUnpair,
}: Props) {
  return (
    <>
      <tr className={css.line} data-chat={chat}>
        <th scope="row" className={css.who}>
          <bdi className={css.name}>{name}</bdi>
          <span className={css.under}>
            {chat < 0 ? copy.group : copy.private} {chat}, {copy.since(dayText(pairedMs))}
          </span>
        </th>
        <td className={css.plain}>
          <Chip is={role === 'commander' ? 'gold' : 'plain'} title={roleWords[role].meaning}>
            {roleWords[role].text}
          </Chip>
        </td>
        <td className={waiting > 0 ? css.waiting : css.figure}>{countText(waiting)}</td>
        <td className={css.when}>
          {lastSentMs === null ? (
            <span className={css.under}>{copy.nothingSent}</span>
          ) : (
            `${dayMonthText(lastSentMs)} ${clockText(lastSentMs)}`
          )}
        </td>
        <td className={css.last}>
          <Unpair name={name} onUnpair={onUnpair} />
        </td>
      </tr>
      {problem !== null && (
        <tr>
          <td colSpan={5} className={css.problem}>
            {problem}
          </td>
        </tr>
      )}
    </>
  )
}

function Unpair({ name, onUnpair }: Readonly<{ name: string; onUnpair: () => void }>) {
  return (
    <DialogButton look="small" word={copy.unpair} name={copy.unpairName(name)} sheet={SHEET}>
      {shut => (
        <div className={dialog.body}>
          <p className={dialog.meaning}>{copy.unpairMeaning(name)}</p>
          <Button look="danger" className={dialog.send} onClick={() => (shut(), onUnpair())}>
            {copy.unpair}
          </Button>
        </div>
      )}
    </DialogButton>
  )
}
