/** Of the settings: what is never gone past, by the trader, by AUTO, and by the firm that lends the account. */
import { z } from 'zod'

/** The trader's own limits. The tightest of these and the rank's holds; looser ones are refused. Null: the rank's. */
export const OwnLimits = z.object({
  openTrades: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .default(null)
    .describe('Trades open together. `null`: as many as the rank allows.'),
  shotsADay: z
    .number()
    .int()
    .min(1)
    .max(20)
    .nullable()
    .default(null)
    .describe("Shots in a trading day, which begins at 17:00 in New York. `null`: the rank's."),
  dailyLossPct: z
    .number()
    .positive()
    .max(5)
    .nullable()
    .default(null)
    .describe(
      "Loss at which the day is over, in percent of the balance that it began with. `null`: the rank's.",
    ),
  totalRiskPct: z
    .number()
    .positive()
    .max(6)
    .default(6)
    .describe('Money at the stops of all open trades together, in percent of the balance.'),
  maxLots: z
    .number()
    .min(0.001)
    .max(1_000)
    .nullable()
    .default(null)
    .describe(
      'Lots of one order. A larger one is denied, never cut down; the terminal keeps it by itself too. `null`: no limit of yours.',
    ),
})

/** What AUTO may do by itself. */
export const Auto = z.object({
  minQuality: z
    .enum(['PLATINUM', 'GOLD', 'SILVER'])
    .default('SILVER')
    .describe('The least quality of a mission that AUTO fires by itself.'),
  minShield: z.number().min(6).max(10).default(6).describe('The least shield of one.'),
  slots: z
    .number()
    .int()
    .min(1)
    .max(5)
    .default(1)
    .describe('Open trades at which AUTO stops firing, whoever opened them.'),
  shotsADay: z.number().int().min(1).max(20).default(3).describe("AUTO's own shots in a trading day."),
})

/** Limits of a firm that lends the account. They come on top of the rank's. */
export const PropFirm = z.object({
  maxDrawdown: z
    .object({
      by: z.enum(['static', 'trailing']),
      pct: z.number().positive().max(50),
      startBalanceCents: z.number().int().positive(),
    })
    .nullable()
    .default(null)
    .describe(
      "A lending firm's largest drawdown: `static` below the balance that the account began with, `trailing` below the highest equity that was seen.",
    ),
  dailyLossPct: z
    .number()
    .positive()
    .max(20)
    .nullable()
    .default(null)
    .describe("A firm's daily loss, below the equity that the day began with, open positions included."),
  newsMinutes: z
    .number()
    .int()
    .min(1)
    .max(120)
    .nullable()
    .default(null)
    .describe(
      "No shot this many minutes before and after a high-impact announcement; never less than the overlay's 15.",
    ),
  flatByWeekend: z.boolean().default(false).describe('Everything is closed before the week ends.'),
})
