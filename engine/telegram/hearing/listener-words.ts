/** What the bot says beside the answers to commands: to strangers, to whoever pairs, and to what is no order. */
import { html, lines, type Html } from '../texts/html.ts'

const paired =
  'make a code in the window of the desk, under Telegram, or with bitten telegram code, and send it here as /start CODE.'

export const WORDS = {
  stranger: lines(
    'This bot belongs to one desk and answers only chats that are paired with it.',
    `If it is yours, ${paired}`,
  ),
  wrongCode: lines('This is not the code, or its time is over.', `For a new one, ${paired}`),
  groupCommander: lines(
    'A group may not command: everybody in it could.',
    'Everybody in it has read this code, so it is over: make one for a spotter, or a new one for your own chat with the bot.',
  ),
  notPaired: (why: string): Html =>
    html`The chat could not be paired, because the desk could not write it down: ${why} The code still holds.`,
  foreign: html`A message from elsewhere is no order. Write the command yourself.`,
  wordless: html`Only text is read here. /help shows what it may say.`,
  broken: html`This went wrong here, and nobody knows how far it came. Look at /status before you say it
  again.`,
  unanswered: {
    html: lines(
      html`❓ <b>BITTEN is being stopped before this was answered.</b>`,
      'Nobody knows whether it was carried out: look at /status and /positions before you try again.',
    ),
  },
  goodbye: html`This chat is no longer paired: it is told nothing more, and nothing it says is obeyed.`,
  moved: lines('This group has a new number, so it is no longer paired.', `To go on, ${paired}`),
} as const

export const TOASTS = {
  stranger: 'This chat is not paired.',
  late: 'This press came late. Press again.',
} as const
