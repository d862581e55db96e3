import type { CommandAnswer } from '../../engine/contracts/commands.ts'
import type { WindowBridge, WindowCommand } from '../../engine/contracts/window-bridge.ts'
import type { ToastLevel, ToastStore } from './toast-store.ts'

/** What the engine said to an order, as sentences for a person. */
function sentencesOf(answer: CommandAnswer): readonly string[] {
  return answer.is === 'denied' ? answer.denials.map(denial => denial.text) : [answer.text]
}

/** Good news leaves by itself; what became of a flatten stays, because it may ask the trader to look for himself. */
function levelOf({ kind }: WindowCommand, { is }: CommandAnswer): ToastLevel {
  if (is !== 'done') return 'error'
  return kind === 'flattenAll' ? 'warn' : 'info'
}

/** Orders to the engine. Neither way rejects. */
export function createOrders(bridge: Pick<WindowBridge, 'command'>, toasts: ToastStore) {
  const send = (command: WindowCommand): Promise<CommandAnswer> =>
    bridge
      .command(command)
      .catch((error: unknown): CommandAnswer => ({ is: 'refused', code: 'NO_BRIDGE', text: String(error) }))

  /** Tells the person what came of it, whatever it is. */
  const giveOrder = async (command: WindowCommand): Promise<CommandAnswer> => {
    const answer = await send(command)
    for (const sentence of sentencesOf(answer)) toasts.raise(levelOf(command, answer), sentence)
    return answer
  }

  /** For a form that says beside what was typed why it was refused: the sentences, none when it was carried out. */
  const tryOrder = async (command: WindowCommand): Promise<readonly string[]> => {
    const answer = await send(command)
    if (answer.is !== 'done') return sentencesOf(answer)
    toasts.raise('info', answer.text)
    return []
  }

  return { giveOrder, tryOrder }
}
