import { telegramCopy } from '../../copy/telegram.ts'
import { Button } from '../../ui/button.tsx'
import * as dialog from '../../ui/dialog-body.css.ts'
import { DialogButton } from '../../ui/dialog-button.tsx'

const copy = telegramCopy.token
const SHEET = { title: copy.forgetTitle, closeWord: copy.stay, width: 'narrow' } as const

type Props = Readonly<{ of: 'bot' | 'voice'; onForget: () => void }>

/** Asks first: only BotFather has the token then. */
export function ForgetToken({ of, onForget }: Props) {
  return (
    <DialogButton look="small" word={copy.forget} sheet={SHEET}>
      {shut => (
        <div className={dialog.body}>
          <p className={dialog.meaning}>{copy.forgetMeaning[of]}</p>
          <Button look="danger" className={dialog.send} onClick={() => (shut(), onForget())}>
            {copy.forget}
          </Button>
        </div>
      )}
    </DialogButton>
  )
}
