import { saysOfKey } from './menus.ts'

/** A command as it was typed. `at`: the bot that it names, as in `/status@some_bot`. */
export type Spoken = Readonly<{ name: string; at: string | null; rest: string }>

const COMMAND = /^\/(\w{1,32})(?:@(\w{1,64}))?(?:\s+([\s\S]*))?$/

/** A slash and a name, or a key of the keyboard; null: it is no command. */
export function readCommand(text: string): Spoken | null {
  const typed = text.trim()
  const [, name, at, rest] = COMMAND.exec(saysOfKey(typed) ?? typed) ?? []
  if (name === undefined) return null
  return { name: name.toLowerCase(), at: at?.toLowerCase() ?? null, rest: rest?.trim() ?? '' }
}

/** Its words; none of nothing. */
export const wordsOf = (rest: string): readonly string[] => (rest === '' ? [] : rest.split(/\s+/))
