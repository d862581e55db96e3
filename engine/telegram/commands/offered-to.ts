import type { ChatRole } from '../../contracts/telegram-chat.ts'
import type { Button, Reply } from '../reply.ts'
import type { Command } from './command.ts'
import { maySay } from './menus.ts'

/** The same message without what this role may not say, or nobody can: a spotter is not offered a trigger. */
export function offeredTo(role: ChatRole, commands: readonly Command[], reply: Reply): Reply {
  const { buttons, ...rest } = reply
  if (buttons === undefined) return reply
  const isFor = (button: Button): boolean => {
    if (!('says' in button)) return true
    const name = /^\/(\w+)/.exec(button.says)?.[1]
    return commands.some(command => command.name === name && maySay(command, role))
  }
  const rows = buttons.map(row => row.filter(isFor)).filter(row => row.length > 0)
  return rows.length === 0 ? rest : { ...rest, buttons: rows }
}
