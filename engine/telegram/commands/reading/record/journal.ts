import type { JournalEntry } from '../../../../contracts/journal.ts'
import { count, inR } from '../../../../domain/words/figures.ts'
import { minuteOf } from '../../../../domain/words/times.ts'
import type { Reply } from '../../../reply.ts'
import { html, lines, type Html } from '../../../texts/html.ts'
import type { Call, Command } from '../../command.ts'
import { withAnswer } from '../parts/ask.ts'
import { withKind, kindOfWord } from '../parts/money-kind.ts'
import { leadsTo, reading } from '../parts/reading.ts'
import { cut } from '../parts/table.ts'
import { KIND_WORDS } from '../parts/words.ts'

const NEWEST = 5
const LONGEST = 300
const LONGEST_LESSON = 500

const notes = reading({
  name: 'journal',
  aliases: ['notebook', 'notes', 'note'],
  does: 'Writes a note into the notebook; without words, the newest notes',
  takes: '[TEXT, or lesson: ONE SENTENCE]',
  group: 'record',
  role: 'commander',
  show: call =>
    withKind(call, ({ kind }) =>
      withAnswer(
        call,
        { kind: 'journalPage', account: kind, search: '', beforeSeq: null, limit: NEWEST },
        ({ entries, total }) => ({
          html: lines(
            html`<b>Notebook</b> · ${KIND_WORDS[kind]} · ${entries.length} of ${count(total)}`,
            total === 0
              ? 'Nothing has been written yet. /journal and a sentence writes one; after “lesson:” it comes back before a like mission.'
              : null,
            ...entries.map(entryText),
          ),
          buttons: [[leadsTo('Trades', `/trades ${kind}`), leadsTo('XP', `/xp ${kind}`)]],
        }),
      ),
    ),
})

/** A word for a kind of money alone asks for its notes; anything else is a note. */
export const journal: Command = {
  ...notes,
  run: call => (asksForNotes(call) ? notes.run(call) : writeNote(call)),
}

function asksForNotes({ words }: Call): boolean {
  const said = words.at(-1) === 'here' ? words.slice(0, -1) : words
  return said.length === 0 || (said.length === 1 && kindOfWord(said[0] ?? '') !== null)
}

async function writeNote({ desk, rest }: Call): Promise<Reply> {
  const [text = '', ...lesson] = rest.split(/\blesson:/i)
  const learnt = lesson.join(' ').trim()
  if (learnt.length > LONGEST_LESSON)
    return {
      html: lines(
        `A lesson is one sentence of at most ${LONGEST_LESSON} characters, and this one has ${learnt.length}: nothing was written.`,
      ),
    }
  const said = { text: text.trim(), lesson: learnt, emotions: [], mistakes: [], patterns: [] }
  const answer = await desk.command({
    kind: 'writeJournal',
    entry: null,
    account: null,
    order: null,
    mission: null,
    ...said,
  })
  if (answer.is === 'denied') return { html: lines(...answer.denials.map(denial => denial.text)) }
  return {
    html: lines(
      answer.is === 'done' ? html`✎ <b>${answer.text}</b>` : html`<b>Not written.</b> ${answer.text}`,
    ),
    buttons: [[{ label: 'Notebook', says: '/journal' }]],
  }
}

function entryText({ writtenMs, about, text, lesson, mistakes, emotions, keptPlan }: JournalEntry): Html {
  const of = about === null ? '' : ` · ${about.pair}${about.r === null ? '' : ` ${inR(about.r)}`}`
  const marks = [...emotions, ...mistakes].join(', ')
  return html`\n${lines(
    html`<b>${minuteOf(writtenMs)} UTC</b>${of}`,
    cut(text, LONGEST),
    lesson === '' ? null : html`<i>Lesson: ${cut(lesson, LONGEST)}</i>`,
    marks === '' ? null : marks,
    keptPlan === null ? null : keptPlan ? 'The plan was kept.' : 'The plan was not kept.',
  )}`
}
