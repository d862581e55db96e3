import { useState } from 'react'
import type { Done, WindowBridge } from '../../../engine/contracts/window-bridge.ts'
import { useDesk } from '../../stores/desk-context.ts'

type Wish = Parameters<WindowBridge['telegramWish']>[0]

/** Asks the bot one thing at a time; what was said against it stays until the next. */
export function useWish() {
  const { bridge, toasts } = useDesk()
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])

  async function send(wish: Wish, doneText: string | null): Promise<void> {
    if (isSending) return
    setSending(true)
    const answer = await bridge
      .telegramWish(wish)
      .catch((error: unknown): Done => ({ is: 'failed', code: 'NO_BRIDGE', text: String(error) }))
    setSending(false)
    setRefusals(answer.is === 'done' ? [] : [answer.text])
    if (answer.is === 'done' && doneText !== null) toasts.raise('info', doneText)
  }
  return {
    isSending,
    refusals,
    /** `doneText` null: what was wished for is seen on the page. */
    ask: (wish: Wish, doneText: string | null) => void send(wish, doneText),
    refuse: (text: string) => setRefusals([text]),
  }
}
