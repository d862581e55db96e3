import { useState } from 'react'
import type { CommandAnswer } from '../../../engine/contracts/commands.ts'
import type { WindowCommand } from '../../../engine/contracts/window-bridge.ts'
import { useDesk } from '../../stores/desk-context.ts'

type Wish = Extract<WindowCommand, { kind: 'squad' }>['squad']
type Done = Extract<CommandAnswer, { is: 'done' }>
/** What to do with an answer: whatever was signed is in it. */
export type OnDone = (answer: Pick<Done, 'dispatch'>) => void

/** Asks the squad's desk one thing at a time; what was said against it stays until the next. */
export function useSquadWish(onDone: OnDone) {
  const { bridge, toasts } = useDesk()
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])

  async function send(squad: Wish): Promise<void> {
    if (isSending) return
    setSending(true)
    const answer = await bridge
      .command({ kind: 'squad', squad })
      .catch((error: unknown): CommandAnswer => ({ is: 'refused', code: 'NO_BRIDGE', text: String(error) }))
    setSending(false)
    if (answer.is !== 'done') return setRefusals(sentencesOf(answer))
    setRefusals([])
    toasts.raise('info', answer.text)
    onDone(answer)
  }
  return { isSending, refusals, ask: (wish: Wish) => void send(wish), refuse: setRefusals }
}

const sentencesOf = (answer: Exclude<CommandAnswer, Done>): readonly string[] =>
  answer.is === 'denied' ? answer.denials.map(({ text }) => text) : [answer.text]
