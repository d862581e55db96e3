import type { ComponentProps } from 'react'
import type { TelegramState, TelegramView } from '../../../engine/contracts/telegram.ts'
import { stateWords, telegramCopy } from '../../copy/telegram.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './telegram.css.ts'
import type { BotSettings } from './use-bot-settings.ts'
import { useChange } from './use-change.ts'
import { useWish } from './use-wish.ts'

const copy = telegramCopy.connection

const LOOKS: Readonly<Record<TelegramState, NonNullable<ComponentProps<typeof Chip>['is']>>> = {
  live: 'gold',
  off: 'plain',
  noToken: 'plain',
  connecting: 'plain',
  limited: 'plain',
  unreachable: 'warn',
  conflict: 'warn',
  webhook: 'warn',
  broken: 'fault',
  refused: 'fault',
}

type Props = Readonly<{ bot: TelegramView; settings: BotSettings }>

/** How the bot stands, and what to do about it. */
export function Connection({ bot, settings }: Props) {
  const { isSending, refusals, ask } = useWish()
  const aside = <Chip is={LOOKS[bot.state]}>{stateWords[bot.state]}</Chip>
  return (
    <Panel title={copy.title} source="host" aside={aside} className={css.still}>
      <div className={css.stack}>
        {bot.bot === null ? (
          <p className={css.nobody}>{copy.unnamed}</p>
        ) : (
          <div>
            <p className={css.name}>
              <bdi>{bot.bot.name}</bdi>
            </p>
            <p className={css.address}>@{bot.bot.username}</p>
          </div>
        )}
        <div role="status">
          <p>{bot.text}</p>
          {bot.nextStep !== null && <p className={css.dim}>{bot.nextStep}</p>}
        </div>
        <Refusals sentences={refusals} />
        <div className={css.row}>
          {bot.state === 'webhook' && (
            <Button
              look="gold"
              disabled={isSending}
              onClick={() => ask({ wish: 'takeOver' }, copy.takenOver)}
            >
              {copy.takeOver}
            </Button>
          )}
          {bot.token === 'kept' && <Switch settings={settings} />}
        </div>
      </div>
    </Panel>
  )
}

/** Off, no connection is made, whatever token is kept. */
function Switch({ settings }: Readonly<{ settings: BotSettings }>) {
  const { refusals, make } = useChange(settings)
  if (settings.now === null) return null
  const { on } = settings.now
  const flip = () => make(() => ({ on: !on }), on ? copy.switchedOff : copy.switchedOn)
  return (
    <>
      <Button look={on ? 'small' : 'gold'} onClick={flip}>
        {on ? copy.switchOff : copy.switchOn}
      </Button>
      <Refusals sentences={refusals} />
    </>
  )
}
