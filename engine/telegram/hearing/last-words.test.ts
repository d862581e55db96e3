import { expect, it } from 'vitest'
import { html } from '../texts/html.ts'
import { AwaitedAnswers } from './awaited-answers.ts'
import { lastWords } from './last-words.ts'

const NEVER = new Promise<never>(() => undefined)
const said = { html: html`Done.` }
const unanswered = { html: html`Nobody knows.` }

it('whoever waits is told that no answer comes, also while Telegram does not confirm what was heard', async () => {
  const answers = new AwaitedAnswers()
  const answer = answers.inTime(NEVER, unanswered)
  const steps: string[] = []
  await lastWords(
    NEVER,
    { idle: () => NEVER },
    { end: () => answers.end() },
    { answered: async () => void steps.push((await answer) === unanswered ? 'told' : 'not') },
  )
  expect(steps).toEqual(['told'])
})

it('what is heard after the end is not waited for', async () => {
  const answers = new AwaitedAnswers()
  expect(await answers.inTime(Promise.resolve(said), unanswered)).toBe(said)
  answers.end()
  expect(await answers.inTime(NEVER, unanswered)).toBe(unanswered)
})
