import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { bitten, startBitten } from '../../testkit/command-line.ts'
import { newDataFolder } from '../../testkit/data-folder.ts'
import { eventually } from '../../testkit/eventually.ts'
import { bundleScripted, startHost } from '../../testkit/scripted-host.ts'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { callDesk } from '../control/call-desk.ts'
import { openLogFile } from '../log/log-file.ts'

beforeAll(bundleScripted)

const SECRET = 'AAF-abcdefghijklmnopqrstuvwxyz_0123456'
const KEEP = { wish: 'keepToken', token: `7000000001:${SECRET}`, voice: false } as const

/** Everything that lies in a folder, as text. */
const filesIn = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.join(folder, name))
    .filter(file => statSync(file).isFile())
    .map(file => [file, readFileSync(file, 'latin1')])

const tellTales = (texts: readonly [string, string][], secret: string): string[] =>
  texts.filter(([, text]) => text.includes(secret)).map(([where]) => where)

it('a token is in nothing that a desk says, however its bot dies of it', async () => {
  const { host, folder, lines } = await startHost()
  const said: unknown[] = []
  host.onNotice(notice => said.push(notice))
  host.onTelegram(view => said.push(view))
  const live = () => eventually(() => expect(host.telegram().state).toBe('live'))

  said.push(await callDesk(folder, { ask: 'telegramWish', wish: KEEP }))
  for (const wish of ['sayHello', 'dropCode', 'takeOver'] as const) {
    await live()
    said.push(await callDesk(folder, { ask: 'telegramWish', wish: { wish } }))
    said.push(await callDesk(folder, { ask: 'telegram' }), await callDesk(folder, { ask: 'status' }))
  }
  await live()
  await host.telegramWish({ wish: 'unpair', chat: 0 })
  await eventually(() => expect(lines.at(-1)?.text).toBe('answer'))

  // Each of the ways was taken: the deaths, the line of the log and what was written beside it.
  expect(said).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('Network request') as string }),
  )
  expect(lines.filter(({ text }) => text.startsWith('trouble'))).toHaveLength(1)
  expect(lines.filter(({ text }) => text.includes('threw'))).toHaveLength(2)
  expect(
    tellTales(
      [
        ['said', JSON.stringify(said)],
        ['log', JSON.stringify(lines)],
      ],
      SECRET,
    ),
  ).toEqual([])
  expect(tellTales(filesIn(folder), SECRET)).toEqual([])
})

it('a line that goes past everything is hidden by the file of the log itself', () => {
  const folder = newDataFolder()
  const log = openLogFile({ file: path.join(folder, 'bitten.log') })
  log.write('error', 'a fault in the main process', { error: new Error(`POST /bot${KEEP.token}/getMe`) })
  log.close()
  expect(tellTales(filesIn(folder), SECRET)).toEqual([])
  expect(readFileSync(path.join(folder, 'bitten.log'), 'utf8')).toContain('[hidden]')
})

/** Arguments and variables of a process and of all that it has started, where the system shows them. */
function processesOf(pid: number): [string, string][] {
  const own = ['cmdline', 'environ'].map((name): [string, string] => [
    `${pid} ${name}`,
    readFileSync(`/proc/${pid}/${name}`, 'latin1'),
  ])
  const threads = readdirSync(`/proc/${pid}/task`)
  const children = threads.flatMap(thread =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return [...own, ...children.flatMap(processesOf)]
}

it('a token is in no file, argument, variable or word of a desk that runs and talks with it', async () => {
  const { server, bot } = await telegramBench()
  const [, secret = ''] = bot.token.split(':')
  const key = 'a key that no child has to know'
  vi.stubEnv('BITTEN_SECRET_KEY', key)
  const folder = newDataFolder({ telegram: { apiRoot: server.url } })
  const desk = await startBitten(folder, 'run', '--headless', '--training')
  await eventually(() => expect(desk.written()).toContain('TRAINING'))

  const wish = { wish: 'keepToken', token: bot.token, voice: false } as const
  expect(await callDesk(folder, { ask: 'telegramWish', wish })).toMatchObject({ is: 'answer' })
  await eventually(async () =>
    expect(await callDesk(folder, { ask: 'telegram' })).toMatchObject({
      value: { state: 'live', token: 'kept' },
    }),
  )
  server.goDown()
  await eventually(async () =>
    expect(await callDesk(folder, { ask: 'telegram' })).toMatchObject({ value: { state: 'unreachable' } }),
  )
  const doctor = await bitten(folder, 'doctor')
  expect(doctor.stdout).toMatch(/telegram .* a token is kept/)

  if (process.platform === 'linux' && desk.child.pid !== undefined) {
    const seen = processesOf(desk.child.pid)
    expect(seen.length).toBeGreaterThanOrEqual(4)
    expect(tellTales(seen, secret)).toEqual([])
    expect(tellTales(seen, key)).toEqual([`${desk.child.pid} environ`])
  }
  desk.child.kill('SIGINT')
  const { stdout, stderr } = await desk.ended
  expect(tellTales([...filesIn(folder), ['stdout', stdout], ['stderr', stderr], ['doctor', doctor.stdout + doctor.stderr]], secret)).toEqual([]) // prettier-ignore
}, 180_000)
