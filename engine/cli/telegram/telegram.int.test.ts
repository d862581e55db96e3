/** The command line beside a desk whose bot talks with a real Bot API server. */
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { TelegramView } from '../../contracts/telegram.ts'
import { environmentSecrets, type Host } from '../../host/index.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { newDataFolder } from '../../testkit/data-folder.ts'
import { eventually } from '../../testkit/eventually.ts'
import { SOME_KEY } from '../../testkit/scripted-host.ts'
import { telegramBench } from '../../testkit/telegram-server/telegram-bench.ts'
import { bundleHost, startWholeHost } from '../../testkit/whole-host.ts'
import { runCli } from '../cli.ts'

let worker = ''
beforeAll(async () => {
  await bundleHost()
  worker = await bundleProgram('engine/workers/telegram.worker.ts')
})

/** Runs `bitten telegram …` on a folder, with this on its standard input. */
async function telegram(dataFolder: string, argv: readonly string[], input = '') {
  const stream = () => new PassThrough({ encoding: 'utf8' })
  const [stdin, stdout, stderr] = [new PassThrough(), stream(), stream()]
  stdin.end(input)
  const nowhere = '/nowhere'
  const code = await runCli(['telegram', ...argv], {
    version: '0.1.0',
    paths: {
      self: nowhere,
      engineWorker: nowhere,
      archiveWorker: nowhere,
      telegramWorker: nowhere,
      labWorker: nowhere,
      terminalSim: nowhere,
      ea: nowhere,
      models: nowhere,
    },
    environment: { dataFolder, sqliteBinding: null, secretKey: null },
    hasDisplay: false,
    stdin,
    stdout,
    stderr,
    stop: new AbortController().signal,
  })
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') }
}

/** A desk without a terminal, and a bot that it does not know yet. */
async function desk() {
  const bench = await telegramBench()
  const folder = newDataFolder({ telegram: { apiRoot: bench.server.url } })
  const secrets = environmentSecrets(folder, SOME_KEY)
  const host = await startWholeHost(folder, null, { telegram: { worker, secrets } })
  await eventually(() => expect(host.telegram().state).toBe('noToken'))
  const say = (...argv: readonly string[]) => telegram(folder, argv)
  const give = (token: string, ...flags: readonly string[]) => telegram(folder, ['token', ...flags], token)
  return { ...bench, folder, host, say, give }
}

const live = (host: Host) => eventually(() => expect(host.telegram().state).toBe('live'))

describe('bitten telegram', () => {
  it('pairs a chat from the token to the first message, and ends it again', async () => {
    const { bot, chat, host, say, give } = await desk()
    expect(await say('status')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Bot +none.*\nState +noToken: /) as string }) // prettier-ignore
    expect(await say('code')).toMatchObject({ code: 1, stderr: expect.stringContaining('@BotFather') as string }) // prettier-ignore

    const kept = await give(`${bot.token}\n`)
    expect(kept).toMatchObject({ code: 0, stderr: '' })
    expect(kept.stdout).toMatch(/^The token is kept\. /)
    await live(host)

    const made = await say('code')
    const [, code = ''] = /^(\w{8}) pairs one chat as commander, until .* UTC\n/.exec(made.stdout) ?? []
    expect(made.stdout).toContain(`https://t.me/bitten_test_bot?start=${code}\n`)
    chat.start(code)
    await eventually(async () => expect((await say('chats')).stdout).toMatch(/^11 {2}Anna {2}commander {2}paired /)) // prettier-ignore

    const before = chat.read().length
    expect(await say('hello')).toMatchObject({ code: 0 })
    await eventually(() => expect(chat.read().length).toBeGreaterThan(before))

    expect((await say('unpair', '12')).stderr).toBe('bitten: This chat is not paired.\n')
    expect(await say('unpair', '-1001234567890')).toMatchObject({ code: 1 })
    expect((await say('unpair', '11')).stdout).toBe('Chat 11 is unpaired.\n')
    await eventually(async () => expect((await say('chats')).stdout).toContain('No chat is paired.'))

    expect(await say('forget')).toMatchObject({ code: 0, stdout: 'The token is forgotten.\n' })
    expect(host.telegram()).toMatchObject({ state: 'noToken', token: 'none' })
  })

  it('answers a program with how the bot stands, and never with a token', async () => {
    const { bot, folder, host, say } = await desk()
    const kept = await telegram(folder, ['token', '--json'], bot.token)
    await live(host)
    const made = await say('code', '--role', 'spotter', '--json')
    const forgotten = await say('forget', '--voice', '--json')
    for (const { code, stdout, stderr } of [kept, made, forgotten]) {
      expect([code, stderr]).toEqual([0, ''])
      expect(TelegramView.safeParse(JSON.parse(stdout)).success).toBe(true)
      expect(stdout).not.toContain(bot.token.split(':')[1])
    }
    expect(JSON.parse(made.stdout)).toMatchObject({ code: { role: 'spotter' } })
    expect(host.telegram()).toMatchObject({ token: 'kept', voiceToken: 'none' })
    const voice = await telegram(folder, ['token', '--voice'], bot.token)
    expect(voice).toMatchObject({ code: 0, stdout: 'The token is kept.\n' })
    expect(host.telegram()).toMatchObject({ state: 'live', voiceToken: 'kept' })
    expect(host.telegram().voice).toMatch(/speaks here|Install espeak-ng/)
  })

  it('says of a wrong token what is wrong, and never the token', async () => {
    const { bot, host, say, give } = await desk()
    const nonsense = await give('hunter2-is-my-password')
    expect(nonsense).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is no token') as string }) // prettier-ignore
    expect(nonsense.stderr).not.toContain('hunter2')
    const { token } = bot
    expect(await give(token)).toMatchObject({ code: 0 })
    await live(host)
    const mistyped = await give(`${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`)
    expect(mistyped).toEqual({
      code: 1,
      stdout: '',
      stderr: 'bitten: Telegram does not know this token. The one before stays.\n',
    })
    expect(host.telegram()).toMatchObject({ state: 'live', token: 'kept' })
    await say('forget')
    bot.revokeToken()
    const revoked = await give(token)
    expect(revoked).toMatchObject({ code: 1, stdout: '' })
    expect(revoked.stderr).toContain('Telegram does not know this token')
    expect(revoked.stderr).not.toContain(token.split(':')[1])
  })

  it('asks for no token where none can be kept, and says what to do', async () => {
    const folder = newDataFolder()
    await startWholeHost(folder, null, { telegram: { worker, secrets: environmentSecrets(folder, null) } })
    expect(
      await telegram(folder, ['token'], '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('set BITTEN_SECRET_KEY') as string,
    })
  })

  it('takes a webhook away that was left on the token', async () => {
    const { api, bot, host, say, give } = await desk()
    await api.setWebhook('https://example.com/hook')
    const kept = await give(bot.token)
    expect(kept.stdout).toMatch(/^The token is kept\. .*webhook.*\n.*take the bot over/)
    expect((await say('take-over')).stdout).toBe('The webhook is taken away.\n')
    await live(host)
    expect((await api.getWebhookInfo()).url).toBe('')
  })

  it('says in one sentence that no desk runs, and how a chat is given', async () => {
    const folder = newDataFolder()
    for (const argv of [
      ['status'],
      ['chats'],
      ['forget'],
      ['code'],
      ['unpair', '11'],
      ['take-over'],
      ['hello'],
    ])
      expect(await telegram(folder, argv)).toEqual({
        code: 1,
        stdout: '',
        stderr: `bitten: No BITTEN runs with the data folder ${folder}.\n`,
      })
    expect(await telegram(folder, ['unpair', 'Anna'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Expected the number of a chat') as string }) // prettier-ignore
    expect(await telegram(folder, ['code', '--role', 'general'])).toMatchObject({ code: 2, stderr: expect.stringContaining('commander, spotter') as string }) // prettier-ignore
  })
})
