/** What a person or a standing order asks of the engine: imperative, with an id and where it came from. */
import { z } from 'zod'
import { JournalText } from './journal.ts'
import { LessonId } from './lessons.ts'
import { AccountKind, LotsText, PriceText, TerminalId, Ticket, Ulid } from './primitives.ts'
import { DeskSettings } from './settings.ts'
import { SquadWish } from './squad-desk.ts'
import { TelegramNote } from './telegram-chat.ts'
import { Denial, Selector } from './vocabulary.ts'

export const Origin = z.enum(['window', 'tray', 'telegram', 'cli', 'auto', 'replay'])
export type Origin = z.infer<typeof Origin>

const command = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), id: Ulid, origin: Origin, ...shape })

export const Command = z.discriminatedUnion('kind', [
  command('fireMission', { mission: Ulid }),
  /** A limit order at the mission's entry, which waits at the broker until the mission would expire. */
  command('placeMission', { mission: Ulid }),
  /** Takes back an order that waits. */
  command('cancelOrder', { order: Ulid }),
  /**
   * Ends an order of which the terminal has no trace any more, so that the desk can arm again. `typed` word for word, since whatever
   * it won or lost is then counted nowhere.
   */
  command('settleOrder', { order: Ulid, typed: z.string().max(200) }),
  /** One real order of the smallest size on practice money, which is closed as soon as it is filled. From this computer only. */
  z.object({
    kind: z.literal('testFire'),
    id: Ulid,
    origin: z.enum(['window', 'cli']),
    terminal: TerminalId,
  }),
  command('declineMission', { mission: Ulid, reason: z.string().max(200) }),
  /** All of it, or `lots` of it. */
  command('closePosition', { terminal: TerminalId, position: Ticket, lots: LotsText.nullable().optional() }),
  /** A stop is only ever moved nearer. `judgeOnly`: may it be moved there? Nothing changes. */
  command('modifyPosition', {
    terminal: TerminalId,
    position: Ticket,
    stop: PriceText,
    target: PriceText.nullable(),
    judgeOnly: z.boolean().optional(),
  }),
  command('flattenAll', {}),
  /** Every pending mission is declined, and nothing new is fired until `resume`. */
  command('cancelAll', {}),
  command('pause', {}),
  command('resume', {}),
  /** `judgeOnly`: would it be turned? Nothing changes. */
  command('setSelector', { selector: Selector, judgeOnly: z.boolean().optional() }),
  /** `typed` word for word: real money is traded from now on. */
  command('giveConsent', { terminal: TerminalId, typed: z.string().max(200) }),
  /** A note about a trade, a mission or neither; the same `entry` again replaces what it said. */
  command('writeJournal', {
    entry: Ulid.nullable(),
    /** Of a note about no trade; null: the account that is linked. */
    account: AccountKind.nullable(),
    order: Ulid.nullable(),
    mission: Ulid.nullable(),
    ...JournalText.shape,
  }),
  /** Says of a closed trade whether it was traded as planned. */
  command('debriefTrade', { order: Ulid, keptPlan: z.boolean() }),
  /** `answer`: one of the choices, word for word. */
  command('answerLesson', { account: AccountKind.nullable(), lesson: LessonId, answer: z.string().max(200) }),
  command('squad', { squad: SquadWish }),
  /** The bot has something written down. */
  command('telegram', { telegram: TelegramNote }),
  /** `judgeOnly`: would they be followed? Nothing changes. */
  command('setSettings', { settings: DeskSettings, judgeOnly: z.boolean().optional() }),
])
export type Command = z.infer<typeof Command>

/** Training ground only: steers the simulated terminal. Answered by the host, never by the engine. */
export const SimulationControl = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speed'), speed: z.number().min(0).max(100_000) }),
  z.object({ kind: z.literal('pause') }),
  z.object({ kind: z.literal('play') }),
  z.object({ kind: z.literal('step'), ticks: z.number().int().positive().max(100_000) }),
  z.object({ kind: z.literal('seek'), toMs: z.number().int().nonnegative() }),
])
export type SimulationControl = z.infer<typeof SimulationControl>

/** `done`: carried out or recorded and sent. `denied`: by the gate, all reasons at once. `refused`: it made no sense. */
export const CommandAnswer = z.discriminatedUnion('is', [
  /** `later`: a sentence about what of it does not hold yet. `dispatch`: a signed text to hand on. */
  z.object({
    is: z.literal('done'),
    text: z.string(),
    order: Ulid.optional(),
    later: z.string().optional(),
    dispatch: z.string().optional(),
  }),
  z.object({ is: z.literal('denied'), denials: z.array(Denial).min(1) }),
  z.object({ is: z.literal('refused'), code: z.string(), text: z.string() }),
])
export type CommandAnswer = z.infer<typeof CommandAnswer>
