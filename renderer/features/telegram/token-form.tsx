import { useRef, useState } from 'react'
import type { ClipboardEvent, FormEvent, ReactNode } from 'react'
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
}>

/** Where a token goes in: a field that is there when it is wanted, and the way to be rid of the token that is kept. */
export function TokenForm({ of, isKept, can }: Props) {
  const [isOpen, setOpen] = useState(of === 'bot' && !isKept)
  const { isSending, refusals, ask, refuse } = useWish()
  const voice = of === 'voice'
  const send = (token: string | null) => {
    if (token === null) refuse(copy.noToken)
    else ask({ wish: 'keepToken', token, voice }, copy.isKept)
  }
  return (
    <div className={css.stack}>
      {can && isOpen && (
        <Field name={copy.field[of]} isSending={isSending} onGive={send}>
          {(isKept || voice) && (
            <Button look="small" onClick={() => setOpen(false)}>
              {copy.leave}
            </Button>
          )}
        </Field>
      )}
      <Refusals sentences={refusals} />
      {!isOpen && (
        <div className={css.row}>
          {can && (
            <Button look="small" onClick={() => setOpen(true)}>
              {isKept ? copy.replace : copy.paste}
            </Button>
          )}
          {isKept && (
            <ForgetToken of={of} onForget={() => ask({ wish: 'forgetToken', voice }, copy.forgotten)} />
          )}
        </div>
      )}
    </div>
  )
}

type FieldProps = Readonly<{
  name: string
  isSending: boolean
  /** Null: there was no token in it. */
  onGive: (token: string | null) => void
  children: ReactNode
}>

/** The token is in the field alone, and gone from it before anything is answered. */
function Field({ name, isSending, onGive, children }: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = tokenIn(input.current?.value ?? '')
    if (input.current) input.current.value = ''
    onGive(token)
  }
  return (
    <form className={css.stack} onSubmit={submit}>
      <label className={css.field}>
        <span className={label}>{name}</span>
        <input
          ref={input}
          className={css.input}
          type="password"
          autoComplete="off"
          spellCheck={false}
          onPaste={takeToken}
        />
      </label>
      <div className={css.row}>
        <Button look="gold" type="submit" disabled={isSending}>
          {copy.keep}
        </Button>
        {children}
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
