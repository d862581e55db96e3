import type { Answers, QueryKind } from '../../../../contracts/queries.ts'
import type { WarRoomView } from '../../../../contracts/views.ts'
import type { QueryOf } from '../../../../contracts/window-bridge.ts'
import { html, lines } from '../../../texts/html.ts'
import type { Call } from '../../command.ts'
import type { Page } from './reading.ts'

/** The page of the desk as it stands, or the one that says why it can't be told. */
export async function withView(
  { desk }: Pick<Call, 'desk'>,
  show: (view: WarRoomView) => Page | Promise<Page>,
): Promise<Page> {
  const answer = await desk.view()
  return answer.is === 'answer' ? show(answer.value) : engineDown(answer.text)
}

/** The page of what the record answers, or the one that says why it doesn't. */
export async function withAnswer<K extends QueryKind>(
  { desk }: Pick<Call, 'desk'>,
  query: QueryOf<K>,
  show: (answer: Answers[K]) => Page | Promise<Page>,
): Promise<Page> {
  const answer = await desk.ask<K>(query)
  return answer.is === 'answer' ? show(answer.value) : recordDown(answer.text)
}

export const recordDown = (text: string): Page => ({
  html: lines(
    html`<b>The record cannot be read now.</b>`,
    text,
    'Nothing is lost: the ledger keeps it. Try again in a moment; /status and /positions do not need it.',
  ),
})

export const engineDown = (text: string): Page => ({
  html: lines(
    html`<b>The engine does not answer.</b>`,
    text,
    'It is started again by itself. What works meanwhile: /flatten, /version and /logs, and with the kind of money behind it whatever reads the record, as in /trades demo.',
  ),
})
