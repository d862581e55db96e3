import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { LogRing } from './log-ring.ts'
import { redactedLog } from './redacted-log.ts'
import { Redactor, withoutTokens } from './redactor.ts'

const digits = fc.stringMatching(/^\d{5,16}$/)
const letters = fc.stringMatching(/^[\w-]{30,80}$/)
const token = fc.tuple(digits, letters).map(([id, secret]) => ({ text: `${id}:${secret}`, secret }))

const wrapped = fc.oneof(
  fc.constant((text: string): unknown => text),
  fc.constant((text: string): unknown => [1, [text]]),
  fc.constant((text: string): unknown => ({ deep: { [text]: null } })),
  fc.constant((text: string): unknown => new Error(`Network request failed: https://x/bot${text}/getMe`)),
  fc.constant((text: string): unknown => ({ cause: new TypeError('outer', { cause: new Error(text) }) })),
  fc.constant((text: string): unknown => ({
    url: `https://api.telegram.org/bot${encodeURIComponent(text)}/x`,
  })),
)

describe('a redactor', () => {
  it('leaves nothing of a token that it was never told of, wherever it stands', () => {
    fc.assert(
      fc.property(token, wrapped, fc.string(), (given, wrap, around) => {
        const hidden = new Redactor([]).hideInside({ data: wrap(`${around} ${given.text}${around}`) })
        expect(JSON.stringify(hidden)).not.toContain(given.secret)
      }),
    )
  })

  it('hides what it is told of later, with and without its dashes, and goes on hiding it', () => {
    const redactor = new Redactor(['AB-CD'])
    expect(redactor.hide('key AB-CD, ABCD; word open-sesame')).toBe(
      'key [hidden], [hidden]; word open-sesame',
    )
    redactor.add('open-sesame')
    expect(redactor.hide('key AB-CD; opensesame open-sesame')).toBe('key [hidden]; [hidden] [hidden]')
  })

  it.each([
    '12:30:45',
    'EURUSD 1.10234',
    'order 01KDVDNP00ABCDEFGHJKMNPQRS',
    'C:\\Users\\me',
    '2026-11-23T07:25:46.123Z',
  ])('leaves %j as it is', text => expect(withoutTokens(text)).toBe(text))
})

describe('a ring of log lines', () => {
  it('has the newest two hundred, hidden as in the log below it', () => {
    const below: string[] = []
    const ring = new LogRing({ write: (_, text) => void below.push(text) }, () => EpochMs.parse(7))
    const log = redactedLog(ring, new Redactor(['secret']))
    for (let line = 0; line < 250; line += 1) log.write('info', `line ${line} secret`)
    expect(ring.newest).toHaveLength(200)
    expect(ring.newest.at(-1)).toEqual({ atMs: 7, level: 'info', text: 'line 249 [hidden]' })
    expect(below).toHaveLength(250)
  })
})
