/** What carrying out orders has cost: the part of a result that no forecast can help. */
import { z } from 'zod'
import { AccountKind, EpochMs } from './primitives.ts'

/** Figures fewer than this say nothing about the next one: they are counted and added up, and no more. */
export const FEW_FIGURES = 10

/** Positive is paid. Without `known`, only how many there are and what they come to. */
export const Distribution = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tooFew'), n: z.number().int().nonnegative(), sum: z.number() }),
  z.object({
    is: z.literal('known'),
    n: z.number().int().min(FEW_FIGURES),
    sum: z.number(),
    mean: z.number(),
    median: z.number(),
    /** One in ten is as high or higher. */
    p90: z.number(),
  }),
])
export type Distribution = z.infer<typeof Distribution>

/**
 * `spread`: of the quote that the order was judged by. `entrySlippage`: of the fill against the price of that quote.
 * `stopSlippage`: of the fill against the stop, where one was hit. Slippage below zero was in the trader's favour.
 */
export const CostPart = z.enum(['spread', 'entrySlippage', 'stopSlippage', 'commission', 'swap'])
export type CostPart = z.infer<typeof CostPart>

/** By the computer's clock when each event was stored, ms. That an order was sent is stored with the next turn, up to 100 ms later. */
export const LatencyStage = z.enum(['recordedToSent', 'sentToAnswered', 'answeredToDeal', 'recordedToDeal'])
export type LatencyStage = z.infer<typeof LatencyStage>

/** UTC, by the market's time of the entry. `reason`: of the last exit. */
export const CostGrouping = z.enum(['pair', 'hour', 'weekday', 'terminal', 'side', 'reason'])
export type CostGrouping = z.infer<typeof CostGrouping>

/** Parts of the money at risk, pips of the symbol, cents of the account currency. */
export const CostFigures = z.object({ r: Distribution, pips: Distribution, cents: Distribution })
export type CostFigures = z.infer<typeof CostFigures>

export const CostGroup = z.object({
  key: z.string(),
  trades: z.number().int().nonnegative(),
  parts: z.record(CostPart, CostFigures),
  /** Of trades of which every part is known. */
  total: CostFigures,
  latency: z.record(LatencyStage, Distribution),
})
export type CostGroup = z.infer<typeof CostGroup>

/** Of one kind of account: costs at different kinds of broker are never added. */
export const ExecutionCosts = z.object({
  account: AccountKind,
  /** Entry of the first trade and of the last, market time; null without any. */
  fromMs: EpochMs.nullable(),
  toMs: EpochMs.nullable(),
  /** Filled and not closed yet: counted nowhere else. */
  open: z.number().int().nonnegative(),
  /** Closed trades whose figures make no sense together: a commission that is higher than the risk. */
  leftOut: z.number().int().nonnegative(),
  /** Accounts of this kind: with several, sums of money may be of several currencies. */
  accounts: z.number().int().nonnegative(),
  all: CostGroup,
  by: z.record(CostGrouping, z.array(CostGroup)),
  /** One sentence on what cost the most. */
  biggest: z.string(),
})
export type ExecutionCosts = z.infer<typeof ExecutionCosts>
