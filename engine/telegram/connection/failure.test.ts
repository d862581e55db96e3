import { GrammyError, HttpError } from 'grammy'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { failureOf } from './failure.ts'
import { withoutToken } from './without-token.ts'

const TOKEN = '7000000001:TestOnlyNoRealTokenOfAnybody-__AAA0001'

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'getUpdates', {})

it('reads the refusals of the Bot API by their code and words', () => {
  expect(failureOf(refusal(401, 'Unauthorized'))).toEqual({ is: 'refused' })
  expect(failureOf(refusal(404, 'Not Found'))).toEqual({ is: 'refused' })
  expect(failureOf(refusal(409, 'Conflict: terminated by other getUpdates request; make sure'))).toEqual({
    is: 'conflict',
  })
  expect(failureOf(refusal(409, "Conflict: can't use getUpdates method while webhook is active"))).toEqual({
    is: 'webhook',
  })
  expect(failureOf(refusal(409, 'Conflict: terminated by setWebhook request'))).toEqual({ is: 'webhook' })
  expect(failureOf(refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }))).toEqual({
    is: 'limited',
    afterMs: 7_000,
  })
  expect(failureOf(refusal(429, 'Too Many Requests'))).toEqual({ is: 'limited', afterMs: 1_000 })
  expect(failureOf(refusal(502, 'Bad Gateway'))).toEqual({
    is: 'unreachable',
    text: 'its server answers 502: Bad Gateway',
  })
})

it.each([
  [{ code: 'ENOTFOUND' }, 'the name of its server cannot be looked up'],
  [{ code: 'ECONNREFUSED' }, 'the connection is refused'],
  [{ code: 'ECONNRESET' }, 'the connection was cut'],
  [{ name: 'AbortError' }, 'no answer came in time'],
  [{ type: 'invalid-json' }, 'something on the way answers in its place, such as a proxy or a sign-in page'],
])('says of %o that %s', (facts, text) => {
  const source = Object.assign(
    new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`),
    facts,
  )
  expect(failureOf(new HttpError('Network request failed', source))).toEqual({ is: 'unreachable', text })
})

it('says what it knows nothing of in the words of the system, without the token', () => {
  const source = new Error(
    `request to https://api.telegram.org/bot${TOKEN}/getMe failed, reason: certificate has expired`,
  )
  expect(failureOf(new HttpError('Network request failed', source))).toEqual({
    is: 'unreachable',
    text: 'request to https://api.telegram.org/bot(token)/getMe failed, reason: certificate has expired',
  })
  expect(failureOf('a string')).toEqual({ is: 'unreachable', text: 'the call failed' })
})

it('takes a token out of any text, however it is written there', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom(TOKEN, TOKEN.replace(':', '%3A'), TOKEN.replace(':', '%3a')),
      fc.string(),
      (before, token, after) => {
        const secret = TOKEN.slice(TOKEN.indexOf(':') + 1)
        expect(withoutToken(`${before} ${token} ${after}`)).not.toContain(secret)
      },
    ),
  )
  expect(withoutToken('http://127.0.0.1:80/botsecret-of-another-shape/getMe')).toBe(
    'http://127.0.0.1:80/bot(token)/getMe',
  )
})
