import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DebriefKeys, DebriefScope } from '../../../engine/contracts/debrief.ts'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import type { TradeOrder, TradesTable, TradeTableRow } from '../../../engine/contracts/trades-table.ts'
import { useDesk, useView } from '../../stores/desk-context.ts'

/** Rows of one answer; more than most screens show. */
const PIECE = 100
/** Pieces that are kept: who scrolls back a little asks nothing again. */
const KEPT = 40

export type TradesChoice = Readonly<{
  scope: DebriefScope | null
  keys: DebriefKeys
  order: TradeOrder
  descending: boolean
}>

/** One state of the ledger looked at in one way, and the pieces of it that were asked for. */
type Question = Readonly<{ choice: TradesChoice; asked: Set<number> }>
type Head = Omit<TradesTable, 'rows'>
type Known = Readonly<{
  of: Question
  head: Head
  pieces: ReadonlyMap<number, readonly TradeTableRow[]>
}>
type State = Readonly<{ known: Known | null; problem: string | null }>

export type TradeRows = Readonly<{
  /** Null before the first answer. */
  head: Head | null
  problem: string | null
  /** Undefined: not read yet. */
  rowAt: (index: number) => TradeTableRow | undefined
  /** Reads what is missing of these; another function whenever all has to be read anew. */
  need: (first: number, last: number) => void
  readAgain: () => void
}>

/**
 * The table of this choice, read a piece at a time as it is scrolled. Whatever closes a trade has all of it read anew, since every
 * row may have moved; what was read stays on the screen until then.
 */
export function useTradeRows(account: AccountKind, choice: TradesChoice): TradeRows {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.dealOut)
  const [{ known, problem }, setState] = useState<State>({ known: null, problem: null })
  const [times, setTimes] = useState(0)
  const question = useQuestion(choice, `${newest} ${times}`)
  const current = useRef(question)

  const ask = useCallback(
    (piece: number) => {
      if (question.asked.has(piece)) return
      question.asked.add(piece)
      const { scope, keys, order, descending } = question.choice
      const filter = { fromMs: null, toMs: null, keys }
      void bridge
        .ask<'tradesTable'>({
          kind: 'tradesTable',
          account,
          scope,
          filter,
          order,
          descending,
          skip: piece * PIECE,
          limit: PIECE,
        }) // prettier-ignore
        .then(answer => {
          if (current.current !== question) return
          if (answer.is === 'failed') question.asked.delete(piece)
          setState(before =>
            answer.is === 'failed'
              ? { ...before, problem: answer.text }
              : { known: joined(before.known, question, piece, answer.value), problem: null },
          )
        })
    },
    [bridge, account, question],
  )
  useEffect(() => {
    current.current = question
    ask(0)
  }, [ask, question])

  const need = useCallback(
    (first: number, last: number) => {
      for (let piece = Math.floor(first / PIECE); piece <= Math.floor(last / PIECE); piece++) ask(piece)
    },
    [ask],
  )
  return {
    head: known?.head ?? null,
    problem,
    rowAt: index => known?.pieces.get(Math.floor(index / PIECE))?.[index % PIECE],
    need,
    readAgain: () => setTimes(before => before + 1),
  }
}

/** A new one whenever it is looked at in another way, or the ledger has news. */
const useQuestion = (choice: TradesChoice, news: string): Question =>
  useMemo(() => ({ choice, news, asked: new Set<number>() }), [choice, news])

/** An answer to another question takes the place of all that was known. */
function joined(known: Known | null, of: Question, piece: number, { rows, ...head }: TradesTable): Known {
  const pieces = new Map(known?.of === of ? known.pieces : [])
  pieces.set(piece, rows)
  // Whoever scrolls looks at what came last and its neighbours.
  const byDistance = [...pieces.keys()].toSorted((a, b) => Math.abs(a - piece) - Math.abs(b - piece))
  for (const far of byDistance.slice(KEPT)) {
    pieces.delete(far)
    of.asked.delete(far)
  }
  return { of, head, pieces }
}
