import type { PositionView } from '../../engine/contracts/open-trade-views.ts'
import { sideWords } from './words.ts'

export const positionsCopy = {
  title: 'Open trades',
  empty: 'Nothing is open.',
  emptyNext: 'Fire a mission, and its trade is followed here with its stop and its target.',
  external: 'Not ours',
  externalMeaning: 'Opened outside this app. It is counted and never touched.',
  lost: 'Link lost',
  lostMeaning: (clock: string) =>
    `As its terminal has shown it last, at ${clock} UTC. It is open and counted until that is back; to close it now, use MetaTrader.`,
  noRisk: 'R unknown',
  noPrice: 'no price',
  noStop: 'No stop',
  stop: 'Stop',
  noTarget: 'no target',
  target: 'Target',
  progress: (share: string) => `${share} of the way from stop to target`,
  close: 'Close',
  closeNow: 'Close at market',
  keep: 'Keep',
  closing: 'Closing',
  name: (position: PositionView) => `Close ${sideWords[position.side]} ${position.symbol}`,
} as const

/** The drawer under a trade: a part of it closed, its stop nearer, its target elsewhere. */
export const changeCopy = {
  open: 'Change',
  shut: 'Done',
  name: (position: PositionView) => `Change ${sideWords[position.side]} ${position.symbol}`,
  shutName: (position: PositionView) => `Done with ${sideWords[position.side]} ${position.symbol}`,
  unknown: 'Neither price nor specification of this symbol is known now. It can be closed.',
  part: 'Close a part',
  partField: 'Lots to close',
  half: 'Half',
  noHalf: 'Half of it is under the broker’s smallest order.',
  partSend: (lots: string) => `Close ${lots}`,
  partGives: 'now about',
  partLeaves: (rest: string) => `${rest} stay, at their stop`,
  partUnstopped: (rest: string) => `${rest} stay, without a stop`,
  stop: 'Stop nearer',
  stopField: 'New stop',
  breakEven: 'Break-even',
  noBreakEven: 'The price has not left break-even behind, or the stop is nearer already.',
  stopSend: 'Move stop',
  target: 'Target',
  targetField: 'New target',
  noTarget: 'None',
  noTargetMeaning: 'Takes the target away: the stop alone closes it.',
  targetSend: 'Move target',
  targetTake: 'Take away',
  untargeted: 'Only its stop, or you, will close it.',
  ends: 'ends at about',
  was: 'was',
  wasNone: 'was none',
  beforeCosts: 'before commission',
  sending: 'Sending',
} as const

/** Why a change can't be sent yet. Figures are lots or a price, as the code has it. */
export const notYetCopy = {
  noNumber: 'A plain number, such as 0.10 or 1.10234.',
  steps: (lots: string) => `In steps of ${lots} lots.`,
  tooFew: (lots: string) => `The broker’s smallest order is ${lots} lots.`,
  leavesTooFew: (lots: string) => `That would leave less than ${lots} lots: close less, or all.`,
  wholePosition: 'That is all of it: press Close.',
  noStop: 'It has no stop: set one first.',
  notNearer: (price: string) => `Not nearer than ${price}: a stop only moves towards the price.`,
  tooNear: (price: string) => `Too near: the broker takes ${price} at most now.`,
  wrongSide: (price: string) => `The price is at ${price}: a target lies beyond it.`,
} as const
