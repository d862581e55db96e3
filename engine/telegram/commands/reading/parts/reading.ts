import type { ChatRole } from '../../../../contracts/telegram-chat.ts'
import type { Button, Reply } from '../../../reply.ts'
import type { Call, Command } from '../../command.ts'

/**
 * The last word of what a button says: the answer takes the place of the message below which it was pressed. The same command
 * without it, as below an alert, is answered by a message of its own.
 */
const HERE = 'here'
/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MOST_BYTES = 64

/** What a reading command shows, without what every one of them has. */
export type Page = Pick<Reply, 'html' | 'buttons' | 'picture'> &
  /** The words made no sense, and would make none again. */
  Readonly<{ isWrong?: boolean }>
export type ReadingCall = Call & Readonly<{ name: string }>
type Reading = Omit<Command, 'role' | 'run'> &
  Readonly<{
    /** Absent: everybody who is paired. */
    role?: ChatRole
    show(call: ReadingCall): Page | Promise<Page>
  }>

/** A button that leads to another page in the same message. */
export const leadsTo = (label: string, says: string): Button => ({ label, says: `${says} ${HERE}` })

/** A command that changes nothing: its page, with a button that reads it again. */
export function reading({ role = 'spotter', show, ...command }: Reading): Command {
  return {
    ...command,
    role,
    run: async call => {
      const isHere = call.words.at(-1) === HERE
      const words = isHere ? call.words.slice(0, -1) : call.words
      const rest = isHere ? call.rest.replace(/\s*\S+\s*$/, '') : call.rest
      const { isWrong = false, ...page } = await show({ ...call, words, rest, name: command.name })
      // A picture takes the place of no message, and no text that of a picture.
      const isPicture = page.picture !== undefined
      const says = [`/${command.name}`, ...words].join(' ')
      const reload = isPicture ? { label: 'Reload', says } : leadsTo('Reload', says)
      const buttons = [...(page.buttons ?? []), isWrong ? [] : [reload]]
        .map(row => row.filter(isShort))
        .filter(row => row.length > 0)
      return { ...page, buttons, ...(isHere && !isPicture ? { replaces: true } : {}) }
    },
  }
}

const isShort = (button: Button): boolean =>
  !('says' in button) || new TextEncoder().encode(button.says).length <= MOST_BYTES
