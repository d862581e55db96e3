import { Button } from './button.tsx'
import { PanelMessage } from './panel-message.tsx'

type Props = Readonly<{
  words: Readonly<{ loading: string; loadingNext: string; failedNext: string; retry: string }>
  /** Why there is no answer; null while it is waited for. */
  problem: string | null
  read: () => void
}>

/** Before the first answer of the archive: it is waited for, or why there is none. */
export function NotRead({ words, problem, read }: Props) {
  if (problem === null) return <PanelMessage tone="loading" text={words.loading} next={words.loadingNext} />
  return (
    <PanelMessage tone="error" text={problem} next={words.failedNext}>
      <Button look="small" onClick={read}>
        {words.retry}
      </Button>
    </PanelMessage>
  )
}
