import type { AlertKind } from '../../../engine/contracts/alerts.ts'
import type { TelegramSettings, TelegramView } from '../../../engine/contracts/telegram.ts'
import { alertKinds, alertWords, personas, personaWords, telegramCopy } from '../../copy/telegram.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './telegram.css.ts'
import { TokenForm } from './token-form.tsx'
import type { BotSettings } from './use-bot-settings.ts'
import { useChange } from './use-change.ts'

const copy = telegramCopy.voice

type Props = Readonly<{ bot: TelegramView; settings: BotSettings }>

/** Which alerts are read aloud, in whose words, and by which bot. Nothing before the bot has looked for what speaks. */
export function Voice({ bot, settings }: Props) {
  const { now, problem, read } = settings
  const isKept = bot.voiceToken === 'kept'
  if (bot.voice === null) return null
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      <div className={css.stack}>
        <p className={css.dim}>{bot.voice}</p>
        {now === null ? (
          <NotRead words={telegramCopy.settings} problem={problem} read={read} />
        ) : (
          <Choices voice={now.voice} settings={settings} />
        )}
        <p className={css.dim}>{isKept ? copy.secondBot : copy.ownBot}</p>
        <TokenForm key={bot.voiceToken} of="voice" isKept={isKept} can={bot.secrets.can} />
      </div>
    </Panel>
  )
}

type ChoicesProps = Readonly<{ voice: TelegramSettings['voice']; settings: BotSettings }>

function Choices({ voice: { kinds, persona }, settings }: ChoicesProps) {
  const { refusals, make } = useChange(settings)
  const flip = (kind: AlertKind) =>
    make(({ voice }) => ({ voice: { kinds: flipped(voice.kinds, kind) } }), null)
  return (
    <>
      <div className={css.field} role="group" aria-label={copy.kinds}>
        <span className={label}>{copy.kinds}</span>
        <div className={css.row}>
          {alertKinds.map(kind => (
            <Button key={kind} look="small" aria-pressed={kinds.includes(kind)} onClick={() => flip(kind)}>
              {alertWords[kind].text}
            </Button>
          ))}
        </div>
      </div>
      <div className={css.field} role="group" aria-label={copy.persona}>
        <span className={label}>{copy.persona}</span>
        <div className={css.row}>
          {personas.map(each => (
            <Button
              key={each}
              look="small"
              aria-pressed={each === persona}
              onClick={() => make(() => ({ voice: { persona: each } }), null)}
            >
              {personaWords[each].text}
            </Button>
          ))}
        </div>
        <p className={css.faint}>{personaWords[persona].meaning}</p>
      </div>
      <Refusals sentences={refusals} />
    </>
  )
}

const flipped = (kinds: readonly AlertKind[], kind: AlertKind): AlertKind[] =>
  kinds.includes(kind) ? kinds.filter(each => each !== kind) : [...kinds, kind]
