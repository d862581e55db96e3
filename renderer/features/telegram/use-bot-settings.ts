import { useCallback, useEffect, useRef, useState } from 'react'
import type { SettingsNow } from '../../../engine/contracts/settings-desk.ts'
import type { AlertNoise, TelegramSettings } from '../../../engine/contracts/telegram.ts'
import { useDesk } from '../../stores/desk-context.ts'

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
 * The settings of Telegram. Read again whenever `news` changes, since a chat and a command line may change them too. Changes are
 * asked one after the other, each on the newest revision, and what holds after each is read.
 */
export function useBotSettings(news: unknown): BotSettings {
  const { bridge } = useDesk()
  const [known, setKnown] = useState<Pick<BotSettings, 'now' | 'problem'>>({ now: null, problem: null })
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const newest = useCallback(
    (): Promise<SettingsNow | string> =>
      bridge.settings().then(answer => {
        if ('is' in answer) {
          setKnown(({ now }) => ({ now, problem: answer.text }))
          return answer.text
        }
        setKnown({ now: answer.settings.telegram, problem: null })
        return answer
      }),
    [bridge],
  )
  const read = useCallback(() => void newest(), [newest])
  useEffect(read, [read, news])

  async function hold(by: (now: TelegramSettings) => Change): Promise<string | null> {
    const before = await newest()
    if (typeof before === 'string') return before
    const change = { telegram: by(before.settings.telegram) }
    const answer = await bridge.changeSettings({ seen: before.revision, change })
    await newest()
    return answer.is === 'done' ? null : answer.text
  }
  function change(by: (now: TelegramSettings) => Change): Promise<string | null> {
    const held = turn.current.then(() => hold(by)).catch(String)
    turn.current = held
    return held
  }
  return { ...known, read, change }
}
