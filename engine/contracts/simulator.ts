/** How a simulated terminal is started and steered by the process that owns it. Trading goes over ZeroMQ, never here. */
import { z } from 'zod'
import { TerminalId } from './primitives.ts'
import { Pair } from './pairs.ts'
import { SimulationControl } from './commands.ts'
import { ServerTime } from './server-time.ts'

/** How the simulated broker behaves. Distances in points of the symbol. */
export const BrokerTemper = z.object({
  /** Between receiving an order and executing it, ms of the computer's clock. */
  latencyMs: z.number().int().min(0).max(60_000).default(0),
  /** Worst slippage of a market order or a stop; the amount is drawn from the seed, never in the trader's favour. */
  slippagePoints: z.number().int().min(0).default(2),
  commissionPerLot: z.number().min(0).default(7),
  stopLevel: z.number().int().min(0).default(0),
  freezeLevel: z.number().int().min(0).default(0),
  /** What to answer to the next orders, oldest first; then it behaves. */
  script: z
    .array(
      z.enum([
        'requote',
        'reject',
        'timeoutExecuted',
        'timeoutLost',
        'noMoney',
        'marketClosed',
        'tradeDisabled',
        'partial',
      ]),
    )
    .default([]),
})
export type BrokerTemper = z.infer<typeof BrokerTemper>

/** The terminal that the training ground is. What is kept of it was made up, unless it was given real ticks to play. */
export const TRAINING_TERMINAL = TerminalId.parse('training-ground')

export const SimulatorStart = z.object({
  endpoint: z.string().regex(/^tcp:\/\/127\.0\.0\.1:\d+$/, 'expected tcp://127.0.0.1:PORT'),
  /** Base32 of the 32-byte pairing key. */
  pairingKey: z.string().min(1),
  uuid: TerminalId,
  account: z
    .object({
      balance: z.number().positive().default(10_000),
      currency: z.string().length(3).default('USD'),
      leverage: z.number().int().positive().default(100),
      margin: z.enum(['hedging', 'netting']).default('hedging'),
    })
    .prefault({}),
  broker: BrokerTemper.prefault({}),
  source: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('generator'),
      seed: z.number().int().nonnegative(),
      startMs: z.number().int().nonnegative(),
      pairs: z.array(Pair).min(1),
    }),
    z.object({
      kind: z.literal('files'),
      files: z.array(z.string()).min(1),
      /** Clock of files in a broker's server time; without it, inferred from when their weeks begin. */
      serverTime: ServerTime.optional(),
    }),
  ]),
  /** Market seconds per second; 0 is as fast as it goes. */
  speed: z.number().min(0).max(100_000),
  paused: z.boolean().default(false),
  /** Where account, positions, deals and the market's clock are kept between runs; null keeps nothing. */
  stateFile: z.string().nullable().default(null),
  /** Where the broker writes down every command, deal and change of its book, a line of JSON each; null: nowhere. */
  orderLog: z.string().nullable().default(null),
})
export type SimulatorStart = z.infer<typeof SimulatorStart>

/** For tests of what may go wrong: what happens to the next order. */
export const SimulatorFault = z.enum(['dropVerdict', 'dieBeforeOrder', 'dieAfterOrder'])
export type SimulatorFault = z.infer<typeof SimulatorFault>

export const ToSimulator = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), start: SimulatorStart }),
  z.object({ kind: z.literal('control'), control: SimulationControl }),
  z.object({ kind: z.literal('fault'), fault: SimulatorFault }),
  z.object({ kind: z.literal('stop') }),
])
export type ToSimulator = z.infer<typeof ToSimulator>

export const FromSimulator = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linked'), session: z.string() }),
  z.object({ kind: z.literal('unlinked'), reason: z.string() }),
  z.object({ kind: z.literal('ended'), text: z.string() }),
  z.object({ kind: z.literal('failed'), code: z.string(), text: z.string() }),
  z.object({ kind: z.literal('stopped') }),
])
export type FromSimulator = z.infer<typeof FromSimulator>
