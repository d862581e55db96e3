import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openChannel } from '../../testkit/control-channel.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { callDesk } from './call-desk.ts'

describe('a call', () => {
  it('to a desk that hangs up is no answer', async () => {
    const folder = temporaryFolder()
    const { address } = await openChannel(folder, { answer: () => Promise.reject(new Error('a defect')) })
    expect(readFileSync(path.join(folder, 'control', 'door.json'), 'utf8')).toContain(address)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'NO_ANSWER' })
  })

  it('to a desk that says nothing ends when it was said to', async () => {
    const folder = temporaryFolder()
    await openChannel(folder, { answer: () => new Promise(() => {}) })
    expect(await callDesk(folder, { ask: 'show' }, 200)).toMatchObject({ code: 'NO_ANSWER' })
  })

  it('to something else that listens there is no answer', async () => {
    const folder = temporaryFolder()
    const channel = await openChannel(folder)
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
    await openChannel(folder, { answer: () => Promise.resolve({ is: 'answer', value: { is: 'shown' } }) })
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'OTHER_VERSION' })
  })

  it('on a folder that is none finds nobody', async () => {
    const file = path.join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    expect(await callDesk(file, { ask: 'show' })).toMatchObject({ code: 'NOT_RUNNING' })
    expect(await callDesk(`${file}-not-there`, { ask: 'show' })).toMatchObject({ code: 'NOT_RUNNING' })
  })

  it('to a desk that runs but can not be reached says which process it is', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'bitten.lock'), JSON.stringify({ pid: process.pid, startedAt: null }))
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({
      code: 'NO_CHANNEL',
      text: expect.stringContaining(`process ${process.pid}`) as string,
    })
  })

  it.each(['', '{}', 'nonsense'])('where the door holds %j finds nobody', async text => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'control'))
    writeFileSync(path.join(folder, 'control', 'door.json'), text)
    expect(await callDesk(folder, { ask: 'show' })).toMatchObject({ code: 'NOT_RUNNING' })
  })
})
