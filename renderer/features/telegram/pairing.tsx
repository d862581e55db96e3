import { useState } from 'react'
import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import type { ChatRole } from '../../../engine/contracts/telegram-chat.ts'
import { roles, roleWords, telegramCopy } from '../../copy/telegram.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { OpenCode } from './open-code.tsx'
import * as css from './telegram.css.ts'
import { useWish } from './use-wish.ts'

const copy = telegramCopy.pairing

/** A code that one chat shows to the bot, once, to be let in. */
export function Pairing({ bot: { bot, code } }: Readonly<{ bot: TelegramView }>) {
  const { isSending, refusals, ask } = useWish()
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      <div className={css.stack}>
        {bot !== null && code !== null && (
          <OpenCode
            key={code.code}
            username={bot.username}
            code={code}
            onDrop={() => ask({ wish: 'dropCode' }, null)}
          />
        )}
        <MakeCode
          isPossible={bot !== null && !isSending}
          isAgain={code !== null}
          onMake={role => ask({ wish: 'makeCode', role }, null)}
        />
        {bot === null && <p className={css.faint}>{copy.notYet}</p>}
        <Refusals sentences={refusals} />
      </div>
    </Panel>
  )
}

type Props = Readonly<{ isPossible: boolean; isAgain: boolean; onMake: (role: ChatRole) => void }>

function MakeCode({ isPossible, isAgain, onMake }: Props) {
  const [role, setRole] = useState<ChatRole>('commander')
  return (
    <>
      <div className={css.field} role="group" aria-label={copy.role}>
        <span className={label}>{copy.role}</span>
        <div className={css.row}>
          {roles.map(each => (
            <Button key={each} look="small" aria-pressed={each === role} onClick={() => setRole(each)}>
              {roleWords[each].text}
            </Button>
          ))}
        </div>
        <p className={css.faint}>{roleWords[role].meaning}</p>
      </div>
      <div className={css.row}>
        <Button look={isAgain ? 'quiet' : 'gold'} disabled={!isPossible} onClick={() => onMake(role)}>
          {isAgain ? copy.again : copy.make}
        </Button>
      </div>
    </>
  )
}
