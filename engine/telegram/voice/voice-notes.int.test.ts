import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { botBench } from '../../testkit/bot-bench.ts'
import { eventually } from '../../testkit/eventually.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { privateChat } from '../../testkit/telegram-server/people/people.ts'
import type { PersonInChat } from '../../testkit/telegram-server/people/person-in-chat.ts'
import { findSpeaker, type Speaker } from './speaker.ts'

/** The first page of a stream of Opus, as far as a server looks at it. */
const OGG = Buffer.from(
  'OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead\x01\x01',
  'latin1',
)

function aSpeaker(say: Speaker['speak'] = () => Promise.resolve({ is: 'spoken', ogg: OGG, seconds: 3 })) {
  const heard: string[] = []
  const speak: Speaker['speak'] = words => {
    heard.push(words)
    return say(words)
  }
  return { heard, speaker: { text: 'A script speaks here.', speak } }
}

const settings = { voice: { kinds: ['mission' as const, 'desk' as const], persona: 'QUIET' as const } }
const voices = (chat: PersonInChat) => chat.read().filter(({ is }) => is === 'voice')
const isVoice = ({ is }: { is: string }) => is === 'voice'

it('a note follows the text of a chosen alert, once and without a sound; its edits and other kinds are not spoken', async () => {
  const { heard, speaker } = aSpeaker()
  const { chat, pair, desk, view } = await botBench({ settings, speaker })
  await pair(chat)
  expect(view()?.voice).toBe('A script speaks here.')
  desk.tell(ONE_OF_EACH.missionIssued)
  const note = await chat.waitFor(isVoice)
  const text = await chat.waitFor(({ text: said }) => said.includes('PENDING'))
  expect(note).toMatchObject({ isFromBot: true, isSilent: true, file: OGG })
  expect(note.id).toBeGreaterThan(text.id)
  expect(heard).toEqual([expect.stringMatching(/^(rapid assault|precision strike): .*account/i) as string])
  desk.tell(ONE_OF_EACH.missionDeclined)
  await chat.waitFor(({ text: said }) => said.includes('DECLINED'))
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(voices(chat)).toHaveLength(2))
  expect(heard).toHaveLength(2)
})

it('texts do not wait for a voice that is slow, and of those that wait for it the newest five are spoken', async () => {
  let go = () => {}
  const slow = new Promise<void>(resolve => (go = resolve))
  const { heard, speaker } = aSpeaker(() => slow.then(() => ({ is: 'spoken', ogg: OGG, seconds: 3 })))
  const { chat, pair, desk } = await botBench({ settings, speaker })
  await pair(chat)
  for (let k = 0; k < 4; k += 1) desk.tell(ONE_OF_EACH.paused, ONE_OF_EACH.resumed)
  await eventually(() =>
    expect(chat.read().filter(({ text }) => /PAUSED|RESUMED/.test(text))).toHaveLength(8),
  )
  expect(heard).toHaveLength(1)
  go()
  await eventually(() => expect(voices(chat)).toHaveLength(6))
  expect(heard).toHaveLength(6)
})

it('what can not be spoken is told as text, and the next is spoken', async () => {
  const { heard, speaker } = aSpeaker(() =>
    heard.length === 1
      ? Promise.resolve({ is: 'silent', text: 'The engine broke off.' })
      : Promise.resolve({ is: 'spoken', ogg: OGG, seconds: 3 }),
  )
  const { chat, pair, desk, written } = await botBench({ settings, speaker })
  await pair(chat)
  desk.tell(ONE_OF_EACH.paused)
  await chat.waitFor(({ text }) => text.includes('PAUSED'))
  await eventually(() => expect(written.join('\n')).toContain('The engine broke off.'))
  desk.tell(ONE_OF_EACH.resumed)
  await chat.waitFor(isVoice)
  expect(voices(chat)).toHaveLength(1)
})

it('a note whose answer is lost is not sent again, and a text that is looked for does not go below it', async () => {
  const { speaker } = aSpeaker()
  const { chat, pair, desk, server, written } = await botBench({ settings, speaker })
  await pair(chat)
  server.faults.next('sendVoice', { is: 'answerLost' })
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(written.join('\n')).toContain('A voice note is not there'))
  server.faults.next('sendMessage', { is: 'answerLost' })
  desk.tell(ONE_OF_EACH.resumed)
  await eventually(() => expect(voices(chat).length).toBeGreaterThan(0))
  await eventually(() => expect(desk.notes.filter(({ note }) => note === 'sent')).toHaveLength(2))
  expect(voices(chat).map(({ text }) => text)).toEqual(voices(chat).map(() => ''))
})

it('a note waits for the pause that Telegram asks for, and is let go where that is longer than it is worth', async () => {
  const { speaker } = aSpeaker()
  const { chat, pair, desk, server, written } = await botBench({ settings, speaker })
  await pair(chat)
  server.faults.next('sendVoice', { is: 'refused', code: 429, retryAfterSeconds: 1 })
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(voices(chat)).toHaveLength(1))
  expect(written.join('\n')).not.toContain('A voice note is not there')
  server.faults.next('sendVoice', { is: 'refused', code: 429, retryAfterSeconds: 121 })
  desk.tell(ONE_OF_EACH.resumed)
  await eventually(() => expect(written.join('\n')).toContain('A voice note is not there'))
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(voices(chat)).toHaveLength(2))
  expect(server.journal.of('sendVoice')).toHaveLength(4)
})

it('where nothing speaks, alerts go on as text, and /voice says what to install', async () => {
  const { chat, pair, desk, view } = await botBench({ settings })
  await pair(chat)
  desk.tell(ONE_OF_EACH.paused)
  await chat.waitFor(({ text }) => text.includes('PAUSED'))
  expect(view()?.voice).toBe('Install espeak-ng to hear alerts.')
  chat.send('/voice')
  const said = await chat.waitFor(({ text }) => text.includes('Install espeak-ng'))
  expect(said.text).toContain('Read aloud nothing')
  expect(voices(chat)).toEqual([])
})

it('a second bot sends the notes; what is wrong with it is a sentence, and the first goes on', async () => {
  const { speaker } = aSpeaker()
  let token = ''
  const made = { second: null as PersonInChat | null, revoke: () => {} }
  const { chat, pair, desk, view } = await botBench({
    settings,
    speaker,
    voiceToken: () => token,
    before: ({ server, anna }) => {
      const second = server.addBot('voice_test_bot')
      token = second.token
      made.second = privateChat(second, anna)
      made.revoke = () => second.revokeToken()
    },
  })
  await pair(chat)
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(view()?.voice).toContain('The second bot may not write to a chat'))
  made.second?.send('/start')
  desk.tell(ONE_OF_EACH.resumed)
  await made.second?.waitFor(isVoice)
  await eventually(() => expect(view()?.voice).toBe('A script speaks here.'))
  made.revoke()
  desk.tell(ONE_OF_EACH.paused)
  await eventually(() => expect(view()?.voice).toContain('does not know the token of the second bot'))
  expect(voices(chat)).toEqual([])
  expect(view()?.state).toBe('live')
  expect(view()?.chats.map(({ problem }) => problem)).toEqual([null])
})

const hasEspeak = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .some(folder => existsSync(path.join(folder, 'espeak-ng')))

it.skipIf(!hasEspeak)(
  'espeak-ng is heard, where it is installed: an alert as Ogg Opus of some seconds',
  async () => {
    const speaker = await findSpeaker()
    if (speaker === null) throw new Error('espeak-ng is installed and not found')
    const { chat, pair, desk } = await botBench({ settings, speaker })
    await pair(chat)
    desk.tell(ONE_OF_EACH.missionIssued)
    const { file } = await chat.waitFor(isVoice, 60_000)
    expect(file?.toString('latin1', 0, 4)).toBe('OggS')
    expect(file?.length).toBeGreaterThan(10_000)
  },
  90_000,
)
