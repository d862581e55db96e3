import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { aLinkView, aMissionView, aWarRoom } from '../../testkit/views.ts'
import { drawRoom, type RoomExtras } from './draw-room.ts'
import { IDLE } from './keys.ts'

const extras: RoomExtras = { notices: [], keys: IDLE, answer: null, port: 5577 }

describe('the room in a terminal', () => {
  it('says that it is training before anything else', () => {
    const simulation = { speed: 60, paused: false }

    const [first] = drawRoom(aWarRoom({ links: [aLinkView({ simulation })] }), extras)

    expect(first).toBe('*** TRAINING: simulated money, no broker ***  2014-05-05 08:30 UTC, LONDON, 60×')
  })

  it('never says training of an account that is none', () => {
    expect(drawRoom(aWarRoom({ stake: 'live' }), extras)[0]).toBe('BITTEN  2014-05-05 08:30 UTC, LONDON')
  })

  it('shows what is missing as missing', () => {
    const lines = drawRoom(aWarRoom({ stake: null, marketMs: null, links: [] }), extras)

    expect(lines[0]).toBe('BITTEN  no market time yet')
    expect(lines[1]).toBe('no account yet · SELECT · NIBBLER 40 XP')
    expect(lines).toContain('Waiting for a terminal on 127.0.0.1:5577 …')
    expect(drawRoom(null, extras)[0]).toBe('The engine is starting …')
  })

  it('names the road of a terminal only when it lacks something', () => {
    const lines = (link: Parameters<typeof aLinkView>[0]) =>
      drawRoom(aWarRoom({ links: [aLinkView(link)] }), extras)

    expect(lines({ road: 'files', cannot: ['no history', 'no calendar'] })).toContain(
      '  Road files: no history, no calendar',
    )
    expect(lines({}).join(' ')).not.toContain('Road')
  })

  it('shows a mission with its figures, or with what stands in the way', () => {
    const lines = drawRoom(
      aWarRoom({
        missions: [aMissionView(), aMissionView({ shot: null, denials: ['The spread is too wide.'] })],
      }),
      extras,
    )

    const mission =
      'DRILL pending  EURUSD buy 1.10234, stop 1.10134, target 1.10434, p 0.31 UNCALIBRATED, 12 min left'
    const from = lines.indexOf(mission)
    expect(lines.slice(from, from + 4)).toEqual([
      mission,
      '        0.4 lots, risk 99.96 (1.00 %), reward 190.00',
      mission,
      '        The spread is too wide.',
    ])
  })

  it('shows a loss with its sign and the kind of its money', () => {
    const { trade } = aTradeClosed({
      netCents: -10_405,
      r: -1.04,
      closeMs: Date.UTC(2014, 4, 5, 7),
      account: 'demo',
    })

    expect(drawRoom(aWarRoom({ closed: [trade] }), extras)).toContain(
      'CLOSED  2014-05-05 07:00 EURUSD buy by target: −1.04 R, −104.05 (demo)',
    )
  })

  it('asks before it fires, and says what became of it', () => {
    const keys = { is: 'asking', mission: aUlid(7) } as const
    const notices = [{ atMs: EpochMs.parse(0), level: 'warn', text: 'Something to know.' }] as const

    const lines = drawRoom(aWarRoom({ missions: [aMissionView()] }), {
      ...extras,
      keys,
      notices,
      answer: 'Fired.',
    })

    expect(lines.slice(-3)).toEqual([
      '! Something to know.',
      '> Fired.',
      'Fire EURUSD buy, 0.4 lots? y fires, anything else does not',
    ])
  })
})
