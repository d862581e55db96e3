import { cardsCopy } from '../../copy/cards.ts'
import { Button } from '../../ui/button.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'

type Props = Readonly<{ what: string; problem: string | null; read: () => void }>

/** Before the first answer: it is waited for, or why there is none. */
export function NotRead({ what, problem, read }: Props) {
  if (problem === null) return <PanelMessage tone="loading" text={what} next={cardsCopy.loadingNext} />
  return (
    <PanelMessage tone="error" text={problem} next={cardsCopy.failedNext}>
      <Button look="small" onClick={read}>
        {cardsCopy.retry}
      </Button>
    </PanelMessage>
  )
}
