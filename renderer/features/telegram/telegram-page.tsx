import { telegramCopy } from '../../copy/telegram.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { Chats } from './chats.tsx'
import { Connection } from './connection.tsx'
import { DigestPanel } from './digest.tsx'
import { Network } from './network.tsx'
import { NoisePanel } from './noise-panel.tsx'
import { Pairing } from './pairing.tsx'
import * as css from './telegram.css.ts'
import { TokenPanel } from './token-panel.tsx'
import { useBot } from './use-bot.ts'
import { useBotSettings } from './use-bot-settings.ts'
import { Voice } from './voice.tsx'

/** The bot that tells the trader away from the screen: how it stands, who may talk to it, and what it tells. */
export function TelegramPage() {
  const { bot, problem, read } = useBot()
  // A bot whose settings were changed in a chat says anew how it stands.
  const settings = useBotSettings(bot)
  if (bot === null)
    return (
      <div className={css.page}>
        <div className={css.whole}>
          <NotRead words={telegramCopy} problem={problem} read={read} />
        </div>
      </div>
    )
  return (
    <div className={css.page}>
      <div className={css.column}>
        <Connection bot={bot} settings={settings} />
        <TokenPanel bot={bot} />
        <Pairing bot={bot} />
      </div>
      <div className={css.column}>
        <Chats bot={bot} />
        <div className={css.settings}>
          <NoisePanel settings={settings} />
          <div className={css.beside}>
            <DigestPanel settings={settings} />
            <Network settings={settings} />
            <Voice bot={bot} settings={settings} />
          </div>
        </div>
      </div>
    </div>
  )
}
