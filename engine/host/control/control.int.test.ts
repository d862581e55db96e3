import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ControlReply, ControlRequest } from '../../contracts/control.ts'
import { eventually } from '../../testkit/eventually.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { callDesk } from './call-desk.ts'
import { openControlChannel, type ChannelOptions, type ControlChannel } from './control-channel.ts'
import { findDoor, prepareAddress } from './door.ts'

const rightsOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
const SHOWN = { is: 'done', text: 'shown' } as const
const ANSWERED: ControlReply = { is: 'answer', value: SHOWN }

async function open(dataFolder: string, fields: Partial<ChannelOptions> = {}): Promise<ControlChannel> {
  const channel = await openControlChannel({
    dataFolder,
    answer: () => Promise.resolve(ANSWERED),
    log: { write: () => undefined },
    ...fields,
  })
  if (channel.is !== 'open') throw new Error(channel.text)
  onTestFinished(() => channel.close())
  return channel
}

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

describe('the control channel', () => {
  it('is there for its own user only, and gone when it is closed', async () => {
    const folder = temporaryFolder()
    const channel = await open(folder)
    const own = path.join(folder, 'control')
    expect([rightsOf(own), rightsOf(channel.address), rightsOf(path.join(own, 'door.json'))]).toEqual([
      '700',
      '600',
      '600',
    ])
    expect(await callDesk(folder, { ask: 'show' })).toEqual({ is: 'answer', value: SHOWN })
    await channel.close()
    expect([existsSync(channel.address), findDoor(folder)]).toEqual([false, null])
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'refused', code: 'NOT_RUNNING' })
  })

  it('takes its own folder back from everybody', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'control'), { mode: 0o777 })
    await open(folder)
    expect(rightsOf(path.join(folder, 'control'))).toBe('700')
  })

  it('goes to a short folder of its own user when the data folder is too deep for a socket', () => {
    const temporary = temporaryFolder()
    const deep = path.join(temporaryFolder(), 'x'.repeat(120))
    const address = prepareAddress(deep, 'linux', temporary)
    expect(Buffer.byteLength(address)).toBeLessThanOrEqual(100)
    expect(rightsOf(path.dirname(address))).toBe('700')
    expect(address).not.toBe(prepareAddress(`${deep}y`, 'linux', temporary))
  })

  it('uses no short folder that others may enter', () => {
    const temporary = temporaryFolder()
    mkdirSync(path.join(temporary, `bitten-${process.getuid?.()}`), { mode: 0o755 })
    expect(() => prepareAddress(path.join(temporaryFolder(), 'x'.repeat(120)), 'linux', temporary)).toThrow(
      "is not this user's alone",
    )
  })

  it('is a pipe named by the data folder on Windows', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()]
    expect(prepareAddress(one, 'win32')).toMatch(/^\\\\\.\\pipe\\bitten-[0-9a-f]{16}$/)
    expect(prepareAddress(one, 'win32')).not.toBe(prepareAddress(other, 'win32'))
  })

  it('works in a data folder that is too deep for a socket', async () => {
    const folder = path.join(temporaryFolder(), 'x'.repeat(120))
    mkdirSync(folder)
    await open(folder)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })

  it('replaces the socket of a dead desk, and has a new token then', async () => {
    const folder = temporaryFolder()
    const socket = path.join(folder, 'control', 'desk.sock')
    mkdirSync(path.dirname(socket))
    const dies = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`
    spawnSync(process.execPath, ['-e', dies])
    expect(existsSync(socket)).toBe(true)
    const first = await open(folder)
    const token = findDoor(folder)?.token
    await first.close()
    await open(folder)
    expect(findDoor(folder)?.token).not.toBe(token)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })

  it('never replaces that of a living one', async () => {
    const folder = temporaryFolder()
    await open(folder)
    const second = await openControlChannel({
      dataFolder: folder,
      answer: () => Promise.reject(new Error('it answered')),
      log: { write: () => undefined },
    })
    expect(second).toMatchObject({ is: 'taken', text: expect.stringContaining('close it first') as string })
    expect(await callDesk(folder, { ask: 'show' })).toEqual({ is: 'answer', value: SHOWN })
  })

  it('says why when it can not be opened', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'control'), 'no folder')
    const options = { dataFolder: folder, answer: () => Promise.resolve(ANSWERED), log: { write() {} } }
    expect(await openControlChannel(options)).toMatchObject({
      is: 'failed',
      text: expect.stringMatching(/^The control channel can't be opened: .*bitten flatten/) as string,
    })
  })
})

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
    const channel = await open(folder, {
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
    const { socket, ended } = rawCaller(await open(folder))
    socket.write(`${helloOf(folder)}${line}\n`)
    const reply = JSON.parse(await ended) as { code: string; text: string }
    expect(reply).toMatchObject({ is: 'refused', code })
    expect(reply.text).toContain(place)
  })

  it('byte by byte is understood, and one that never ends its line is hung up on', async () => {
    const folder = temporaryFolder()
    const patienceMs = { hello: 400, line: 400, read: 400 }
    const channel = await open(folder, { patienceMs })
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
    const channel = await open(folder, {
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
    await open(folder, {
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
    const channel = await open(folder, { answer: () => (arrive(), held) })
    const { socket, ended } = rawCaller(channel)
    socket.write(`${helloOf(folder)}${SHOW}`)
    await arrived
    socket.destroy()
    await ended
    release()
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })
})

describe('a call', () => {
  it('to a desk that hangs up is no answer', async () => {
    const folder = temporaryFolder()
    const { address } = await open(folder, { answer: () => Promise.reject(new Error('a defect')) })
    expect(readFileSync(path.join(folder, 'control', 'door.json'), 'utf8')).toContain(address)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'NO_ANSWER' })
  })

  it('to a desk that says nothing ends when it was said to', async () => {
    const folder = temporaryFolder()
    await open(folder, { answer: () => new Promise(() => {}) })
    expect(await callDesk(folder, { ask: 'show' }, 200)).toMatchObject({ code: 'NO_ANSWER' })
  })

  it('to something else that listens there is no answer', async () => {
    const folder = temporaryFolder()
    const channel = await open(folder)
    await channel.close()
    const server = createServer(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    await new Promise<void>(resolve => server.listen(channel.address, resolve))
    onTestFinished(() => void server.close())
    writeFileSync(
      path.join(folder, 'control', 'door.json'),
      JSON.stringify({ version: 1, address: channel.address, token: '0'.repeat(64) }),
    )
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'NO_ANSWER' })
  })

  it('to a desk of another version says so', async () => {
    const folder = temporaryFolder()
    await open(folder, { answer: () => Promise.resolve({ is: 'answer', value: { is: 'shown' } }) })
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'OTHER_VERSION' })
  })

  it.each(['', '{}', 'nonsense'])('where the door holds %j finds nobody', async text => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'control'))
    writeFileSync(path.join(folder, 'control', 'door.json'), text)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'NOT_RUNNING' })
  })
})
