import { describe, expect, it } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { Redactor } from './log/redactor.ts'
import { NoticeBoard } from './notice-board.ts'

const DIED = 'The engine stopped and is being started again.'

function aBoard() {
  let nowMs = 10_000_000
  const told: string[] = []
  const written: string[] = []
  const log = { write: (_level: string, text: string) => void written.push(text) }
  const board = new NoticeBoard(log, () => EpochMs.parse(nowMs), new Redactor([]))
  board.onNotice(({ text }) => told.push(text))
  return {
    told,
    written,
    board,
    say: (text: string, afterMs = 0) => {
      nowMs += afterMs
      board.post('error', text)
    },
  }
}

describe('the board of notices', () => {
  it('says a trouble that goes on once, however long it does', () => {
    const { say, told, written, board } = aBoard()
    for (let time = 0; time < 100; time += 1) say(DIED, 5_000)
    expect(told).toEqual([DIED])
    expect(written).toEqual([DIED])
    expect(board.newestFirst).toHaveLength(1)
  })

  it('says what happens anew after a silence', () => {
    const { say, told, board } = aBoard()
    say(DIED)
    say(DIED, 59_999)
    expect(told).toHaveLength(1)
    say(DIED, 60_000)
    expect(told).toEqual([DIED, DIED])
    expect(board.newestFirst.map(({ atMs }) => atMs)).toEqual([10_119_999, 10_000_000])
  })

  it('says what happens anew after something else, and what has become graver', () => {
    const { say, told, board } = aBoard()
    say(DIED)
    say('A terminal was refused.')
    say(DIED)
    expect(told).toEqual([DIED, 'A terminal was refused.', DIED])
    board.post('warn', DIED)
    expect(told).toHaveLength(4)
  })

  it('is kept silent by no clock that was set back', () => {
    const { say, told } = aBoard()
    say(DIED)
    say(DIED, -3_600_000)
    expect(told).toHaveLength(2)
  })

  it('keeps twenty, newest first', () => {
    const { say, board } = aBoard()
    for (let number = 1; number <= 21; number += 1) say(`Trouble ${number}.`)
    expect(board.newestFirst.map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, place) => `Trouble ${21 - place}.`),
    )
  })
})
