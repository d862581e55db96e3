import type { Command, CommandAnswer } from '../../contracts/index.ts'
import { lessonOf } from '../../domain/lessons/all-lessons.ts'
import type { Desk } from '../desk.ts'
import { done, refused } from '../orders/answers.ts'
import { kindOf, NO_ACCOUNT } from './kind-of.ts'

/** Judges an answer by the same closed trades that the question was made of. */
export function answerLesson(
  desk: Desk,
  { account: said, lesson, answer, origin }: Extract<Command, { kind: 'answerLesson' }>,
): CommandAnswer {
  const account = kindOf(desk, said)
  if (account === null) return refused('NO_ACCOUNT', NO_ACCOUNT)
  const { choices, right, because } = lessonOf(lesson).ask(desk.state.notebook.trades.last.get(account) ?? [])
  if (!choices.includes(answer))
    return refused(
      'OTHER_QUESTION',
      'A trade was closed meanwhile and the question is another one: read it again.',
    )
  const isRight = answer === right
  desk.record({ kind: 'lessonAnswered', atMs: desk.now(), account, lesson, answer, right: isRight, origin })
  return done(isRight ? `Right. ${because}` : `No: ${right}. ${because}`)
}
