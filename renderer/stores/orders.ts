import type { CommandAnswer } from '../../engine/contracts/commands.ts'
import type { WindowBridge, WindowCommand } from '../../engine/contracts/window-bridge.ts'
import type { ToastStore } from './toast-store.ts'

/** What the engine said to an order, as sentences for a person. */
export function sentencesOf(answer: CommandAnswer): readonly string[] {
  return answer.is === 'denied' ? answer.denials.map(denial => denial.text) : [answer.text]
}

/** Gives an order to the engine and tells the person what came of it. Never rejects. */
export function createOrders(bridge: Pick<WindowBridge, 'command'>, toasts: ToastStore) {
  return async function give(command: WindowCommand): Promise<CommandAnswer> {
    const answer = await bridge
      .command(command)
      .catch((error: unknown): CommandAnswer => ({ is: 'refused', code: 'NO_BRIDGE', text: String(error) }))
    const level = answer.is === 'done' ? 'info' : 'error'
    for (const sentence of sentencesOf(answer)) toasts.raise(level, sentence)
    return answer
  }
}
