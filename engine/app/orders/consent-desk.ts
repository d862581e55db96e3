import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { REAL_MONEY } from '../../contracts/settings.ts'
import { isRealMoney } from '../../domain/fire/limits.ts'
import { done, refused } from './answers.ts'
import { accountKey } from '../desk-state.ts'
import type { Desk } from '../desk.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

/** The trader says, word for word and once for an account, that he trades real money on it. */
export function giveConsent(desk: Desk, command: Extract<Command, { kind: 'giveConsent' }>): CommandAnswer {
  const terminal = desk.terminals.get(command.terminal)
  if (!terminal?.up)
    return refused('LINK_DOWN', 'The terminal is not linked: consent is given for the account it is on.')
  const { broker, kind, loginHash } = terminal.hello
  if (!isRealMoney(kind))
    return refused('NOT_NEEDED', `The account at ${broker} is ${kind}: no real money is traded on it.`)
  if (consentNeeded(desk, terminal) === null) return done('Given already for this account.')
  if (command.typed !== REAL_MONEY) return refused('WRONG_WORDS', `Type it word for word: ${REAL_MONEY}`)
  const of = { terminal: terminal.id, account: kind, loginHash }
  desk.record({ kind: 'consentGiven', atMs: desk.timeAt(terminal.id), ...of, origin: command.origin })
  return done(`Real money may be traded on this account at ${broker} from now on.`)
}

/** The words that are missing before real money is traded on this account; null: given, or no real money. */
export function consentNeeded({ state }: Desk, { hello: { kind, loginHash } }: TerminalDesk): string | null {
  return isRealMoney(kind) && !state.consents.has(accountKey(loginHash, kind)) ? REAL_MONEY : null
}
