import { describe, expect, test } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { SimulatorStart } from '../contracts/simulator.ts'
import { STRANGER, type Connection, type Door } from '../host/terminal-link/connection.ts'
import { say } from '../host/terminal-link/live-session.ts'
import { receive } from '../host/terminal-link/receive.ts'
import { encodeBody, encodeFrames, formatPairingKey, newPairingKey, type Frames } from '../wire/index.ts'
import { greet, judgeWelcome, prove, type Welcomed } from './handshake.ts'
import { helloOf } from './hello.ts'
import { Session } from './session.ts'

const KEY = newPairingKey()
const NOW = EpochMs.parse(1_700_000_000_000)
const START = SimulatorStart.parse({
  endpoint: 'tcp://127.0.0.1:1',
  pairingKey: formatPairingKey(KEY),
  uuid: 'terminal-1',
  source: { kind: 'files', files: ['x'] },
  speed: 1,
})
const HELLO = {
  ...helloOf(START, 1),
  nonce: '00'.repeat(16),
}

/** The app's half is the host's own. */
const doorWith = (pairingKey: Uint8Array): Door => ({
  pairingKey,
  version: '0.1.0',
  beatMs: 1_000,
  nowMs: NOW,
  newNonce: () => '11'.repeat(16),
  newSession: () => 'session-1',
  isAlive: () => false,
})

function replyOf(connection: Connection, frames: Frames, door: Door): { next: Connection; reply: Frames } {
  const { next, reply } = receive(connection, frames, door)
  if (!reply) throw new Error('the app did not answer')
  return { next, reply }
}

function handshake(appKey: Uint8Array) {
  const door = doorWith(appKey)
  const greeting = greet(HELLO, NOW)
  const challenged = replyOf(STRANGER, greeting.frames, door)
  const proof = prove(greeting, challenged.reply, KEY, NOW)
  if ('is' in proof) throw new Error(proof.reason)
  const answered = replyOf(challenged.next, proof.frames, door)
  return { greeting, proof, app: answered.next, answer: judgeWelcome(proof, answered.reply, KEY) }
}

function welcomed() {
  const { answer, app } = handshake(KEY)
  if (answer.is === 'rejected' || app.is !== 'live') throw new Error('no session')
  return { session: new Session(answer.welcome.session, answer.keys), app, answer: answer satisfies Welcomed }
}

const AT = { committed: 0, nowMs: NOW }

describe('the handshake', () => {
  test('with the same key ends in the session that the app has made', () => {
    expect(welcomed().answer.welcome).toMatchObject({ session: 'session-1', beatMs: 1_000 })
  })

  test('with another key ends in the sentence of the app', () => {
    expect(handshake(newPairingKey()).answer).toMatchObject({
      is: 'rejected',
      reason: expect.stringContaining('pairing key') as string,
    })
  })

  test('refuses an app that answers out of turn, or with bytes that are no message', () => {
    const { greeting } = handshake(KEY)
    const bye = encodeFrames(
      { v: 1, t: 'refuse', n: 0, a: 0, ms: 1 },
      encodeBody('refuse', { code: 'BAD_HELLO', text: 'Not today.' }),
      null,
    )
    if ('is' in bye) throw new Error(bye.text)
    expect(prove(greeting, bye, KEY, NOW)).toEqual({ is: 'rejected', reason: 'Not today.' })
    expect(prove(greeting, greeting.frames, KEY, NOW)).toMatchObject({
      reason: expect.stringContaining('hello') as string,
    })
    expect(prove(greeting, [new Uint8Array(3)], KEY, NOW)).toMatchObject({ is: 'rejected' })
  })

  test('refuses an app that cannot prove its own key', () => {
    const { proof } = handshake(KEY)
    const stranger = { ...handshake(KEY).proof.keys, fromApp: newPairingKey() }
    const forged = encodeFrames(
      { v: 1, t: 'welcome', n: 0, a: 0, ms: 1 },
      encodeBody('welcome', { proof: '00'.repeat(32), session: 'session-1', road: 'zmq', beatMs: 1 }),
      stranger.fromApp,
    )
    if ('is' in forged) throw new Error(forged.text)
    expect(judgeWelcome(proof, forged, KEY)).toMatchObject({
      is: 'rejected',
      reason: expect.stringContaining('could not prove') as string,
    })
  })
})

describe('a session', () => {
  const ackFrom = (app: Extract<Connection, { is: 'live' }>) => {
    const said = say(app, 'ack', encodeBody('ack', {}), NOW)
    if (said.is === 'refused') throw new Error(said.text)
    return said
  }

  test('says messages that the app takes, numbered from 1', () => {
    const { session, app } = welcomed()
    for (const n of [1, 2]) {
      const said = session.say('busy', encodeBody('busy', { ms: n }), AT)
      expect(said.n).toBe(n)
      const step = receive({ ...app, heardN: n - 1 }, said.frames, doorWith(KEY))
      expect([step.deliver?.header.n, step.fault]).toEqual([n, undefined])
    }
  })

  test('hears the app in order; a repeat is left out, a gap breaks it', () => {
    const { session, app } = welcomed()
    const first = ackFrom(app)
    const second = ackFrom(first.next)
    const fourth = ackFrom(ackFrom(second.next).next)
    expect(session.hear(first.frames)).toMatchObject({ is: 'message', header: { n: 1 } })
    expect(session.hear(first.frames).is).toBe('left out')
    expect(session.hear(second.frames).is).toBe('message')
    expect(session.hear(fourth.frames)).toMatchObject({
      is: 'broken',
      reason: expect.stringContaining('3') as string,
    })
  })

  test('leaves out what is forged, of another session, or no message at all', () => {
    const { session, app } = welcomed()
    const [header, body, mac] = ackFrom(app).frames
    const flipped = Uint8Array.from(mac, (byte, at) => (at === 0 ? byte ^ 1 : byte))
    expect(session.hear([header, body, flipped]).is).toBe('left out')
    expect(session.hear(ackFrom({ ...app, session: 'session-2' }).frames).is).toBe('left out')
    expect(session.hear([header]).is).toBe('left out')
    expect(session.hear([header, body, mac]).is).toBe('message')
  })
})

test('a new account of the same terminal has another login, and the same account keeps its own', () => {
  expect(helloOf(START, 2).loginHash).not.toBe(helloOf(START, 1).loginHash)
  expect(helloOf(START, 1)).toEqual(helloOf(START, 1))
})
