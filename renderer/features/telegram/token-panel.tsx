import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import { telegramCopy } from '../../copy/telegram.ts'
import { Panel } from '../../ui/panel.tsx'
import * as css from './telegram.css.ts'
import { TokenForm } from './token-form.tsx'

const copy = telegramCopy.token

/** Where the bot's token goes in. It never comes out. */
export function TokenPanel({ bot: { token, secrets } }: Readonly<{ bot: TelegramView }>) {
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      <div className={css.stack}>
        <p className={css.dim}>{token === 'kept' ? copy.kept : copy.none}</p>
        <TokenForm key={token} of="bot" isKept={token === 'kept'} can={secrets.can} />
        <p className={secrets.can ? css.faint : css.warning}>{secrets.text}</p>
      </div>
    </Panel>
  )
}
