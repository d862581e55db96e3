/** Orders from the tray, where no window shows what came of them. */
import type { CommandAnswer } from '../../engine/contracts/commands.ts'

export type TrayOrder = 'pause' | 'resume' | 'cancelAll' | 'flattenAll'

export type TrayLine = Readonly<{
  command(kind: TrayOrder): Promise<CommandAnswer>
  confirmFlatten(): Promise<boolean>
  tell(level: 'info' | 'error', text: string): void
}>

const textOf = (answer: CommandAnswer): string =>
  answer.is === 'denied' ? answer.denials.map(({ text }) => text).join(' ') : answer.text

/** What was refused is always said, and so is what became of a flatten. A second question waits for the first answer. */
export function trayOrders({ command, confirmFlatten, tell }: TrayLine) {
  let isAsking = false

  async function give(kind: TrayOrder): Promise<void> {
    const answer = await command(kind)
    if (answer.is !== 'done') tell('error', textOf(answer))
    else if (kind === 'flattenAll') tell('info', answer.text)
  }

  async function flatten(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const isMeant = await confirmFlatten().finally(() => (isAsking = false))
    if (isMeant) await give('flattenAll')
  }

  return {
    pause: () => void give('pause'),
    resume: () => void give('resume'),
    cancel: () => void give('cancelAll'),
    flatten: () => void flatten(),
  }
}
