import { useCallback, useEffect, useState } from 'react'
import type { TelegramView } from '../../../engine/contracts/telegram.ts'
import { useDesk } from '../../stores/desk-context.ts'

type Known = Readonly<{ bot: TelegramView | null; problem: string | null }>

/** How the bot stands, as it is told; what was told while the first answer was on its way is newer than that. */
export function useBot() {
  const { bridge } = useDesk()
  const [known, setKnown] = useState<Known>({ bot: null, problem: null })
  const read = useCallback(() => {
    let isCurrent = true
    const forget = bridge.onTelegram(bot => {
      isCurrent = false
      setKnown({ bot, problem: null })
    })
    void bridge.telegram().then(answer => {
      if (!isCurrent) return
      if ('is' in answer) setKnown(({ bot }) => ({ bot, problem: answer.text }))
      else setKnown({ bot: answer, problem: null })
    })
    return () => {
      isCurrent = false
      forget()
    }
  }, [bridge])
  const [tries, setTries] = useState(0)
  useEffect(read, [read, tries])
  return { ...known, read: () => setTries(count => count + 1) }
}
