import { InputFile } from 'grammy'
import { expect, it } from 'vitest'
import { aPng, anOggOpus } from './samples.ts'
import { refusalOf, telegramBench } from './telegram-bench.ts'

it('keeps the bytes of a picture and hands them out again', async () => {
  const { api, bot, chat, server } = await telegramBench()
  const png = aPng(640, 360)
  const sent = await api.sendPhoto(chat.chatId, new InputFile(png, 'chart.png'), {
    caption: '<b>EURUSD</b> & plan',
    parse_mode: 'HTML',
  })
  expect(sent.photo).toMatchObject([{ width: 640, height: 360, file_size: png.length }])
  expect(sent.caption_entities).toEqual([{ type: 'bold', offset: 0, length: 6 }])
  const seen = chat.read().at(-1)
  expect([seen?.is, seen?.text]).toEqual(['photo', 'EURUSD & plan'])
  expect(seen?.file?.equals(png)).toBe(true)
  const { file_path } = await api.getFile(sent.photo[0]?.file_id ?? '')
  const copy = await fetch(`${server.url}/file/bot${bot.token}/${file_path ?? ''}`)
  expect(Buffer.from(await copy.arrayBuffer()).equals(png)).toBe(true)
  expect((await fetch(`${server.url}/file/bot1:wrong/${file_path ?? ''}`)).status).toBe(401)
})

it('sends a file that it has already by its id', async () => {
  const { api, chat } = await telegramBench()
  const first = await api.sendPhoto(chat.chatId, new InputFile(aPng(2, 1), 'a.png'))
  const again = await api.sendPhoto(chat.chatId, first.photo[0]?.file_id ?? '')
  expect(again.photo).toEqual(first.photo)
})

it('keeps a voice in Ogg Opus; anything else arrives as a file', async () => {
  const { api, chat } = await telegramBench()
  const opus = anOggOpus()
  const sent = await api.sendVoice(chat.chatId, new InputFile(opus, 'kill.ogg'), { duration: 3 })
  expect(sent.voice).toMatchObject({ duration: 3, mime_type: 'audio/ogg', file_size: opus.length })
  expect(chat.read().at(-1)?.file?.equals(opus)).toBe(true)
  await api.sendVoice(chat.chatId, new InputFile(Buffer.from('RIFF....WAVE'), 'kill.wav'))
  expect(chat.read().map(({ is }) => is)).toEqual(['text', 'voice', 'document'])
})

it('refuses what is no picture, nothing at all, and a file that it has not', async () => {
  const { api, chat } = await telegramBench()
  const photo = (bytes: Uint8Array) => refusalOf(api.sendPhoto(chat.chatId, new InputFile(bytes, 'a.png')))
  expect(await photo(Buffer.from('no picture'))).toMatchObject({
    code: 400,
    words: 'Bad Request: IMAGE_PROCESS_FAILED',
  })
  expect(await photo(aPng(9_000, 2_000))).toMatchObject({ words: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
  expect(await photo(Buffer.alloc(0))).toMatchObject({ words: 'Bad Request: file must be non-empty' })
  expect(await refusalOf(api.sendPhoto(chat.chatId, ''))).toMatchObject({
    words: 'Bad Request: there is no photo in the request',
  })
  expect(await refusalOf(api.getFile('nothing'))).toMatchObject({
    code: 400,
    words: 'Bad Request: invalid file_id',
  })
  expect(chat.read()).toHaveLength(1)
})

it('refuses to edit the text of a picture, and a caption that is too long', async () => {
  const { api, chat } = await telegramBench()
  const { message_id } = await api.sendPhoto(chat.chatId, new InputFile(aPng(2, 1), 'a.png'))
  expect(await refusalOf(api.editMessageText(chat.chatId, message_id, 'x'))).toMatchObject({
    words: 'Bad Request: there is no text in the message to edit',
  })
  const long = api.sendPhoto(chat.chatId, new InputFile(aPng(2, 1)), { caption: 'x'.repeat(1_025) })
  expect(await refusalOf(long)).toMatchObject({ words: 'Bad Request: message caption is too long' })
})

it('changes the words below a picture, whose bytes stay; below a text there are none', async () => {
  const { api, chat } = await telegramBench()
  const png = aPng(2, 1)
  const { message_id } = await api.sendPhoto(chat.chatId, new InputFile(png, 'a.png'), { caption: 'asked' })
  const change = (id: number, caption: string) =>
    api.editMessageCaption(chat.chatId, id, { caption, parse_mode: 'HTML' })
  await change(message_id, '<b>done</b>')
  expect(chat.read().at(-1)).toMatchObject({
    is: 'photo',
    text: 'done',
    history: [{ text: 'asked' }, { text: 'done' }],
  })
  expect(chat.read().at(-1)?.file?.equals(png)).toBe(true)
  expect(await refusalOf(change(message_id, '<b>done</b>'))).toMatchObject({
    words: expect.stringContaining('not modified') as string,
  })
  const text = await api.sendMessage(chat.chatId, 'words')
  expect(await refusalOf(change(text.message_id, 'x'))).toMatchObject({
    words: 'Bad Request: there is no caption in the message to edit',
  })
})
