import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ANSWERED, openChannel, SHOWN } from '../../testkit/control-channel.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { callDesk } from './call-desk.ts'
import { openControlChannel } from './control-channel.ts'
import { findDoor, prepareAddress } from './door.ts'

const rightsOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

describe('the control channel', () => {
  it('is there for its own user only, and gone when it is closed', async () => {
    const folder = temporaryFolder()
    const channel = await openChannel(folder)
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
    await openChannel(folder)
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
    await openChannel(folder)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })

  it('replaces the socket of a dead desk, and has a new token then', async () => {
    const folder = temporaryFolder()
    const socket = path.join(folder, 'control', 'desk.sock')
    mkdirSync(path.dirname(socket))
    const dies = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => process.kill(process.pid, 'SIGKILL'))`
    spawnSync(process.execPath, ['-e', dies])
    expect(existsSync(socket)).toBe(true)
    const first = await openChannel(folder)
    const token = findDoor(folder)?.token
    await first.close()
    await openChannel(folder)
    expect(findDoor(folder)?.token).not.toBe(token)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ is: 'answer' })
  })

  it('never replaces that of a living one', async () => {
    const folder = temporaryFolder()
    await openChannel(folder)
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
