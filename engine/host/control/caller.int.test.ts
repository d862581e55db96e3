import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ControlReply, ControlRequest } from '../../contracts/control.ts'
import { ANSWERED, openChannel } from '../../testkit/control-channel.ts'
import { eventually } from '../../testkit/eventually.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { callDesk } from './call-desk.ts'
import type { ControlChannel } from './control-channel.ts'
import { findDoor } from './door.ts'

/** Speaks what it likes, and collects what it hears until the desk hangs up. */
function rawCaller({ address }: ControlChannel) {
  const socket: Socket = connect(address)
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.setEncoding('utf8').on('data', chunk => (text += String(chunk)))
  socket.on('error', () => socket.destroy())
  const ended = new Promise<string>(resolve => socket.on('close', () => resolve(text)))
  return { socket, ended, heard: () => text }
}

const helloOf = (folder: string) => `${JSON.stringify({ bitten: 1, token: findDoor(folder)?.token })}\n`
const SHOW = '{"ask":"show"}\n'

describe('whoever calls', () => {
  it.each([
    ['nothing that is JSON', 'GET / HTTP/1.1\r\n\r\n', 'BAD_HELLO'],
    ['another token', `${JSON.stringify({ bitten: 1, token: 'f'.repeat(64) })}\n${SHOW}`, 'WRONG_TOKEN'],
    ['a token of another length', `${JSON.stringify({ bitten: 1, token: '' })}\n${SHOW}`, 'WRONG_TOKEN'],
    ['a request before the token', SHOW, 'BAD_HELLO'],
    ['bytes', Buffer.from([0, 255, 254, 10, 10]), 'BAD_HELLO'],
    ['a first line without an end', 'x'.repeat(70_000), 'BAD_HELLO'],
  ])('with %s gets one refusal and is carried out nothing', async (_, words, code) => {
    const folder = temporaryFolder()
    const carried: ControlRequest[] = []
    const channel = await openChannel(folder, {
      answer: request => (carried.push(request), Promise.resolve(ANSWERED)),
    })
    const { socket, ended } = rawCaller(channel)
    socket.write(words)
    const lines = (await ended).trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ is: 'refused', code })
    expect(carried).toEqual([])
  })

  it.each([
    ['nonsense', 'nonsense', 'BAD_REQUEST', 'the request: '],
    ['an unknown request', '{"ask":"dropEverything"}', 'BAD_REQUEST', 'ask: '],
    ['a field too many', '{"ask":"flatten","force":true}', 'BAD_REQUEST', 'force'],
    ['a wrong value', '{"ask":"selector","selector":"FULL"}', 'BAD_REQUEST', 'selector: '],
    ['a wish without what was seen', '{"ask":"changeSettings","wish":{"change":{}}}', 'BAD_REQUEST', 'seen'],
    ['a line too long', `{"ask":"${'x'.repeat(70_000)}"}`, 'TOO_LONG', '65536'],
  ])('with the token and %s is told what is wrong with it', async (_, line, code, place) => {
    const folder = temporaryFolder()
    const { socket, ended } = rawCaller(await openChannel(folder))
    socket.write(`${helloOf(folder)}${line}\n`)
    const reply = JSON.parse(await ended) as { code: string; text: string }
    expect(reply).toMatchObject({ is: 'refused', code })
    expect(reply.text).toContain(place)
  })

  it('byte by byte is understood, and one that never ends its line is hung up on', async () => {
    const folder = temporaryFolder()
    const patienceMs = { hello: 400, line: 400, read: 400 }
    const channel = await openChannel(folder, { patienceMs })
    const slow = rawCaller(channel)
    for (const byte of Buffer.from(`${helloOf(folder)}${SHOW}`)) slow.socket.write(Buffer.from([byte]))
    await eventually(() => expect(slow.heard()).toBe(`${JSON.stringify(ANSWERED)}\n`))
    const silent = rawCaller(channel)
    silent.socket.write('{"bitten"')
    expect(await silent.ended).toBe('')
    expect(await slow.ended).toBe(`${JSON.stringify(ANSWERED)}\n`)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })

  it('without reading the answers is asked for no more, dropped, and holds up nobody', async () => {
    const folder = temporaryFolder()
    const large: ControlReply = { is: 'answer', value: { is: 'done', text: 'x'.repeat(1_000_000) } }
    let answered = 0
    const logged: string[] = []
    const channel = await openChannel(folder, {
      answer: () => ((answered += 1), Promise.resolve(large)),
      log: { write: (_, text) => logged.push(text) },
      patienceMs: { hello: 5_000, line: 5_000, read: 300 },
    })
    const socket = connect(channel.address)
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.pause()
    socket.write(`${helloOf(folder)}${SHOW.repeat(100)}`)
    await eventually(() => expect(answered).toBe(1))
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
    await eventually(() => expect(logged).toEqual(['a caller of the control channel was dropped']))
    expect(answered).toBe(2)
  })

  it('is one of a hundred at once, and each gets its own answer', async () => {
    const folder = temporaryFolder()
    await openChannel(folder, {
      answer: request =>
        Promise.resolve({ is: 'answer', value: { is: 'done', text: JSON.stringify(request) } }),
    })
    const selectors = ['SAFE', 'SELECT', 'AUTO'] as const
    const asked = Array.from({ length: 100 }, (_, n) => selectors[n % 3] ?? 'SAFE')
    const replies = await Promise.all(asked.map(selector => callDesk(folder, { ask: 'selector', selector })))
    expect(replies).toEqual(
      asked.map(selector => ({
        is: 'answer',
        value: { is: 'done', text: JSON.stringify({ ask: 'selector', selector }) },
      })),
    )
  })

  it('and leaves before the answer harms nobody', async () => {
    const folder = temporaryFolder()
    let arrive = () => {}
    const arrived = new Promise<void>(resolve => (arrive = resolve))
    let release = () => {}
    const held = new Promise<ControlReply>(resolve => (release = () => resolve(ANSWERED)))
    const channel = await openChannel(folder, { answer: () => (arrive(), held) })
    const { socket, ended } = rawCaller(channel)
    socket.write(`${helloOf(folder)}${SHOW}`)
    await arrived
    socket.destroy()
    await ended
    release()
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })
})
