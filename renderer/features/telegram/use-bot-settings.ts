import { useRef } from 'react'
import type { AlertNoise, TelegramSettings } from '../../../engine/contracts/telegram.ts'
import { answered } from '../../bridge/answered.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useSettings } from '../../stores/use-settings.ts'

/** Of the settings of Telegram: what is left out stays. */
type Change = Readonly<{
  on?: boolean
  proxy?: string | null
  digestMinutes?: number
  noise?: Partial<AlertNoise>
  voice?: Partial<TelegramSettings['voice']>
}>

export type BotSettings = Readonly<{
  /** As they were read last; null before. */
  now: TelegramSettings | null
  /** Why they could not be read. */
  problem: string | null
  read(): void
  /** By what holds when its turn comes. Resolves to what was said against it; null: it holds. */
  change(by: (now: TelegramSettings) => Change): Promise<string | null>
}>

/**
 * The settings of Telegram, read again whenever `news` changes. Changes are asked one after the other, each on the newest
 * revision, and what holds after each is read.
 */
export function useBotSettings(news: unknown): BotSettings {
  const { bridge } = useDesk()
  const { now, problem, read, newest } = useSettings(news)
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  async function hold(by: (now: TelegramSettings) => Change): Promise<string | null> {
    const before = await newest()
    if (typeof before === 'string') return before
    const change = { telegram: by(before.settings.telegram) }
    const answer = await answered(bridge.changeSettings({ seen: before.revision, change }))
    await newest()
    return answer.is === 'done' ? null : answer.text
  }
  function change(by: (now: TelegramSettings) => Change): Promise<string | null> {
    const held = turn.current.then(() => hold(by)).catch(String)
    turn.current = held
    return held
  }
  return { now: now?.settings.telegram ?? null, problem, read, change }
}
