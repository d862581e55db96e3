import { useRef } from 'react'
import type { ClipboardEvent, FormEvent } from 'react'
import { telegramCopy } from '../../copy/telegram.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import { ForgetToken } from './forget-token.tsx'
import * as css from './telegram.css.ts'
import { tokenIn } from './token-in.ts'
import { useWish } from './use-wish.ts'

const copy = telegramCopy.token

type Props = Readonly<{
  of: 'bot' | 'voice'
  isKept: boolean
  /** Whether anything secret can be kept here. */
  can: boolean
  field: string
}>

/** The token is in the field alone, and gone from it before anything is answered. */
export function TokenForm({ of, isKept, can, field }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const { isSending, refusals, ask, refuse } = useWish()
  const voice = of === 'voice'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(input.current?.value ?? '')
    if (input.current) input.current.value = ''
    if (token === null) refuse(copy.noToken)
    else ask({ wish: 'keepToken', token, voice }, copy.isKept)
  }
  return (
    <form className={css.stack} onSubmit={submit}>
      {can && (
        <label className={css.field}>
          <span className={label}>{field}</span>
          <input
            ref={input}
            className={css.input}
            type="password"
            autoComplete="off"
            spellCheck={false}
            onPaste={takeToken}
          />
        </label>
      )}
      <Refusals sentences={refusals} />
      <div className={css.row}>
        {can && (
          <Button look={isKept ? 'small' : 'gold'} type="submit" disabled={isSending}>
            {isKept ? copy.replace : copy.keep}
          </Button>
        )}
        {isKept && (
          <ForgetToken of={of} onForget={() => ask({ wish: 'forgetToken', voice }, copy.forgotten)} />
        )}
      </div>
    </form>
  )
}

/** Out of all that BotFather wrote. What has no token in it is pasted as it is, and refused as it is. */
function takeToken(event: ClipboardEvent<HTMLInputElement>): void {
  const token = tokenIn(event.clipboardData.getData('text'))
  if (token === null) return
  event.preventDefault()
  event.currentTarget.value = token
}
