import type { CardLook } from '../../../engine/contracts/card.ts'
import { cardsCopy, cardWords } from '../../copy/cards.ts'
import * as button from '../../ui/button.css.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { factRows } from './fact-rows.ts'
import { useCard } from './use-card.ts'
import { nameOf, type Subject } from './subject.ts'
import * as css from './preview.css.ts'

type Props = Readonly<{ subject: Subject; look: CardLook }>

const drawing = { ...cardsCopy, loading: cardsCopy.drawing, loadingNext: cardsCopy.drawingNext }

export function DrawnPicture({ subject, look }: Props) {
  const { value, problem, read } = useCard(subject, look)
  if (problem !== null || value === null) return <NotRead words={drawing} problem={problem} read={read} />
  const { url, facts } = value
  const told = factRows(facts).map(row => `${row.name} ${row.value}`)
  return (
    <>
      <img className={css.picture} src={url} alt={[cardWords[facts.card], ...told].join(', ')} />
      <a
        className={`${button.look.gold} ${css.save}`}
        href={url}
        download={cardsCopy.fileName(facts.card, nameOf(subject))}
      >
        {cardsCopy.save}
      </a>
    </>
  )
}
