import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import { telegramCopy } from '../../copy/telegram.ts'
import { spoken } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { ChatRow } from './chat-row.tsx'
import * as css from './chats.css.ts'
import { Strangers } from './strangers.tsx'
import { still } from './telegram.css.ts'
import { useWish } from './use-wish.ts'

const copy = telegramCopy.chats

/** Who is told and obeyed, and who wrote without being either. */
export function Chats({ bot: { chats, strangers, state } }: Readonly<{ bot: TelegramView }>) {
  const { isSending, refusals, ask } = useWish()
  const aside = (
    <>
      {copy.count(chats.length)}
      {chats.length > 0 && state === 'live' && (
        <Button look="small" disabled={isSending} onClick={() => ask({ wish: 'sayHello' }, copy.helloSaid)}>
          {copy.hello}
        </Button>
      )}
    </>
  )
  return (
    <Panel title={copy.title} source="host" aside={aside} className={still} bare>
      {chats.length === 0 ? (
        <PanelMessage tone="empty" text={copy.empty} next={copy.emptyNext} />
      ) : (
        <table>
          <thead>
            <tr>
              <th className={css.head}>{copy.who}</th>
              <th className={css.head}>{copy.role}</th>
              <th className={css.headRight}>{copy.waits}</th>
              <th className={css.head}>{copy.lastSent}</th>
              <th className={css.head}>
                <span className={spoken}>{copy.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {chats.map(chat => (
              <ChatRow
                key={chat.chat}
                chat={chat}
                onUnpair={() => ask({ wish: 'unpair', chat: chat.chat }, copy.unpaired)}
              />
            ))}
          </tbody>
        </table>
      )}
      <Refusals sentences={refusals} />
      <Strangers strangers={strangers} />
    </Panel>
  )
}
