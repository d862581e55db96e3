/**
 * The quantities of the house. Each is branded, so that a price can't be passed where lots are meant.
 * Schemas parse at a border; inside, the types are trusted.
 */
import { z } from 'zod'

/** UTC milliseconds since 1970. */
export const EpochMs = z.number().int().nonnegative().brand<'EpochMs'>()
export type EpochMs = z.infer<typeof EpochMs>

/** A price or a distance counted in the symbol's points (10^-digits): EURUSD 1.10234 with 5 digits is 110234. */
export const Points = z.number().int().brand<'Points'>()
export type Points = z.infer<typeof Points>

/** Hundredths of the account currency. */
export const Cents = z.number().int().brand<'Cents'>()
export type Cents = z.infer<typeof Cents>

/** Volume in lots. Always a whole number of the symbol's steps; `formatLots` writes it for the wire. */
export const Lots = z.number().positive().brand<'Lots'>()
export type Lots = z.infer<typeof Lots>

/** How many. Without a brand: a count of one thing is a count of another, and is made by adding. */
export const Count = z.number().int().nonnegative()

/** 26 characters of Crockford Base32, time-ordered. */
export const Ulid = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'expected a 26-character ULID')
  .brand<'Ulid'>()
export type Ulid = z.infer<typeof Ulid>

/** A number that MetaTrader gives an order, a deal or a position. Unsigned 64-bit, so a string of digits. */
export const Ticket = z
  .string()
  .regex(/^[1-9]\d{0,19}$/, 'expected a ticket number')
  .brand<'Ticket'>()
export type Ticket = z.infer<typeof Ticket>

/** The identity of one Expert Advisor on one chart, chosen by it and kept in its uuid.txt. */
export const TerminalId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{4,64}$/, 'expected 4 to 64 letters, digits, - or _')
  .brand<'TerminalId'>()
export type TerminalId = z.infer<typeof TerminalId>

/** A price as the wire carries it: digits with an optional fraction, never an exponent. */
export const PriceText = z.string().regex(/^\d{1,9}(\.\d{1,8})?$/, 'expected a price like 1.10234')

/** Lots as the wire carries them. */
export const LotsText = z.string().regex(/^\d{1,7}(\.\d{1,8})?$/, 'expected lots like 0.01')

/** Money on the wire is decimal text; inside it is whole cents. */
export const Money = z.codec(
  z.string().regex(/^-?\d{1,13}(\.\d{1,8})?$/, 'expected an amount like -12.34'),
  Cents,
  {
    decode: text => Math.round(Number(text) * 100),
    encode: cents => (cents / 100).toFixed(2),
  },
)

export const Side = z.enum(['buy', 'sell'])
export type Side = z.infer<typeof Side>

/** What kind of money is behind a number. Results of different kinds are never added together. */
export const AccountKind = z.enum(['simulated', 'demo', 'contest', 'live'])
export type AccountKind = z.infer<typeof AccountKind>

/** The first words of every error that a person may read: what is wrong, where, and what to do. */
export type Complaint = Readonly<{ code: string; text: string }>

/** A switch over a union ends here, so that a new member stops the build instead of slipping through. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
