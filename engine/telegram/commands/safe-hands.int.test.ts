import { expect, it } from 'vitest'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aUlid } from '../../testkit/events.ts'
import type { PersonInChat } from '../../testkit/telegram-server/people/person-in-chat.ts'
import { aMissionView, aWarRoom } from '../../testkit/views.ts'
import { BURST } from './limits.ts'
import { OPEN_QUESTIONS } from './nonce-hands.ts'

const ID = aUlid(7)

/** A paired commander, and a mission that can be fired. */
async function paired() {
  const bench = await botBench()
  bench.desk.shown = aWarRoom({ missions: [aMissionView()] })
  await bench.pair(bench.chat)
  const commands = () => bench.desk.commands.map(({ command }) => command.kind)
  return { ...bench, commands }
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>(resolve => (open = resolve))
  return { opened, open: () => open() }
}

const press = (chat: PersonInChat, id: number, label: string) => {
  const pressed = chat.press(id, label)
  if (pressed === 'stale') throw new Error(`There is no button ${label}.`)
  return pressed.answer
}

it('a question is answered once, however fast it is pressed, and its place is taken by the outcome', async () => {
  const { desk, chat, commands } = await paired()
  const carryOut = gate()
  desk.obeys = async () => {
    await carryOut.opened
    return {
      is: 'denied',
      denials: [{ code: 'PAUSED', text: 'New trades are paused.', value: null, limit: null }],
    }
  }
  chat.send(`/fire ${ID}`)
  const question = await chat.waitFor(
    ({ text, buttons }) => text.includes('FIRE EURUSD') && buttons.length > 0,
  )
  const presses = Array.from({ length: 5 }, () => press(chat, question.id, '✅ FIRE 0.40 EURUSD'))
  const toasts = (await Promise.all(presses)).map(({ text }) => text)
  expect(toasts).toEqual(['Being carried out…', ...Array<string>(4).fill('This was answered already.')])
  expect(commands()).toEqual(['fireMission'])
  carryOut.open()
  const outcome = await chat.waitFor(({ text }) => text.includes('Not fired:'))
  expect(outcome).toMatchObject({ id: question.id, buttons: [] })
  expect(outcome.text).toContain('• New trades are paused.')
})

it('a chat is heard while its order waits for the terminal', async () => {
  const { desk, chat, commands } = await paired()
  const carryOut = gate()
  desk.obeys = async ({ command }) => {
    if (command.kind === 'fireMission') await carryOut.opened
    return { is: 'refused', code: 'TEST', text: `${command.kind} came.` }
  }
  chat.send(`/fire ${ID}`)
  const question = await chat.waitFor(({ buttons }) => buttons.length > 0)
  await press(chat, question.id, '✅ FIRE 0.40 EURUSD')
  chat.send('/pause')
  await chat.waitFor(({ text }) => text.includes('pause came.'))
  expect(commands()).toEqual(['fireMission', 'pause'])
  carryOut.open()
  await chat.waitFor(({ text }) => text.includes('fireMission came.'))
})

it('a nonce that nobody was given, or of before a restart, only says that its question has ended', async () => {
  const { chat, commands } = await paired()
  chat.send(`/fire ${ID}`)
  const question = await chat.waitFor(({ buttons }) => buttons.length > 0)
  const { answer } = chat.forge(question.id, `n:y:${'A'.repeat(22)}`)
  expect((await answer).text).toBe('This question has ended. Ask again.')
  const gone = await chat.waitFor(({ text }) => text === 'This question has ended. Ask again.')
  expect(gone).toMatchObject({ id: question.id, buttons: [] })
  expect(commands()).toEqual([])
})

it('a question that has ended loses its buttons: the oldest of too many, and all when the bot stops', async () => {
  const { chat, commands, program } = await paired()
  const questions = []
  for (let k = 0; k <= OPEN_QUESTIONS; k += 1) {
    const asked = chat.send(`/fire ${ID}`)
    questions.push(await chat.waitFor(({ id, buttons }) => id > asked && buttons.length > 0))
  }
  const isEnded = (id: number) => (message: { id: number; text: string; buttons: readonly unknown[] }) =>
    message.id === id && message.buttons.length === 0 && message.text.includes('This question has ended')
  const [oldest, ...others] = questions
  await chat.waitFor(isEnded(oldest?.id ?? 0))
  expect(chat.read().filter(({ buttons }) => buttons.flat().includes('No'))).toHaveLength(OPEN_QUESTIONS)
  await program.stop()
  for (const { id } of others) expect(chat.read().some(isEnded(id))).toBe(true)
  expect(commands()).toEqual([])
})

it('what was begun is answered when the bot is stopped: with its outcome, or that nobody knows', async () => {
  const { desk, chat, program, commands } = await paired()
  desk.obeys = async ({ command }) => {
    if (command.kind === 'fireMission') return new Promise(() => {})
    await new Promise(resolve => setTimeout(resolve, 100))
    return { is: 'done', text: 'New trades go through again.' }
  }
  chat.send(`/fire ${ID}`)
  const fire = await chat.waitFor(({ buttons }) => buttons.length > 0)
  await press(chat, fire.id, '✅ FIRE 0.40 EURUSD')
  const asked = chat.send('/resume')
  const resume = await chat.waitFor(({ id, buttons }) => id > asked && buttons.length > 0)
  await press(chat, resume.id, '✅ RESUME new trades')
  const startedMs = performance.now()
  await program.stop()
  expect(performance.now() - startedMs).toBeLessThan(3_000)
  expect(commands()).toEqual(['fireMission', 'resume'])
  const shown = (id: number) => chat.read().find(message => message.id === id)
  expect(shown(resume.id)).toMatchObject({
    text: expect.stringContaining('✅ RESUMED') as string,
    buttons: [],
  })
  expect(shown(fire.id)?.text).toContain('❓ BITTEN is being stopped before this was answered.')
  expect(shown(fire.id)?.buttons).toEqual([])
})

it('a command that was typed just before the bot is stopped is answered', async () => {
  const { desk, chat, program } = await paired()
  const view = desk.view.bind(desk)
  let isAsked = false
  desk.view = async () => {
    isAsked = true
    await new Promise(resolve => setTimeout(resolve, 50))
    return view()
  }
  const asked = chat.send('/resume')
  await eventually(() => expect(isAsked).toBe(true))
  await program.stop()
  const answer = chat.read().find(({ id, isFromBot }) => isFromBot && id > asked)
  expect(answer?.text).toContain('RESUME')
})

it('made-up data of a press can do no more than typing, and nothing that is not a command', async () => {
  const { chat, commands } = await paired()
  chat.send('/status')
  const { id } = await chat.waitFor(({ isFromBot, text }) => isFromBot && text.includes('Status'))
  for (const data of ['nonsense', '/nobody', 'n:y:', '<b>', '/'.repeat(64)])
    expect((await chat.forge(id, data).answer).text).toContain('That button means nothing here.')
  expect(commands()).toEqual([])
  chat.forge(id, '/fire EURUSD')
  await chat.waitFor(({ text, buttons }) => text.includes('FIRE EURUSD') && buttons.length > 0)
  expect(commands()).toEqual([])
})

it('what was said while the bot was off is not carried out, and told once', async () => {
  const { chat, commands } = await paired()
  for (const text of ['/pause', '/flatten', `/fire ${ID}`]) chat.send(text, { secondsAgo: 90 })
  await chat.waitFor(({ text }) =>
    text.startsWith('The bot was off: 3 commands from before were not carried out'),
  )
  expect(commands()).toEqual([])
})

it('a thousand commands at once are answered by a burst and a warning, and /pause gets through', async () => {
  const { chat, commands } = await paired()
  const before = chat.read().length
  for (let k = 0; k < 1_000; k += 1) chat.send('/pairs')
  chat.send('/pause')
  await eventually(() => expect(commands()).toEqual(['pause']))
  await chat.waitFor(({ text }) => text.includes('PAUSED'), 120_000)
  const answers = chat
    .read()
    .slice(before)
    .filter(({ isFromBot }) => isFromBot)
  // A slow machine takes longer over it, in which the minute's share of the limit comes in.
  expect(answers.length).toBeGreaterThanOrEqual(BURST + 2)
  expect(answers.length).toBeLessThan(100)
  expect(answers.some(({ text }) => text.startsWith('Too fast'))).toBe(true)
})

it('a spotter reads, and is refused in words whatever changes something', async () => {
  const bench = await botBench()
  await bench.pair(bench.chat, 'spotter')
  for (const text of ['/pause', '/fire', '/flatten', '/settings riskPct 2']) bench.chat.send(text)
  await bench.chat.waitFor(({ text }) => text.startsWith('/settings is for commanders'))
  expect(bench.chat.read().filter(({ text }) => text.includes('is for commanders'))).toHaveLength(4)
  expect(bench.desk.commands).toEqual([])
})
