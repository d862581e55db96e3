import type { CardLook } from '../../../engine/contracts/card.ts'
import { cardsCopy, cardWords } from '../../copy/cards.ts'
import { Button } from '../../ui/button.tsx'
import * as button from '../../ui/button.css.ts'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { factRows } from './fact-rows.ts'
import { useCard } from './use-card.ts'
import { nameOf, type Subject } from './subject.ts'
import * as css from './preview.css.ts'

type Props = Readonly<{ subject: Subject; look: CardLook }>

export function DrawnPicture({ subject, look }: Props) {
  const { value, problem, read } = useCard(subject, look)
  if (problem !== null)
    return (
      <PanelMessage tone="error" text={problem} next={cardsCopy.failedNext}>
        <Button look="small" onClick={read}>
          {cardsCopy.retry}
        </Button>
      </PanelMessage>
    )
  if (value === null)
    return <PanelMessage tone="loading" text={cardsCopy.drawing} next={cardsCopy.drawingNext} />
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
