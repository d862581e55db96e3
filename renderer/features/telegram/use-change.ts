import { useState } from 'react'
import { useDesk } from '../../stores/desk-context.ts'
import type { BotSettings } from './use-bot-settings.ts'

/** Changes the settings from one place of the page, and keeps what was said against the last change there. */
export function useChange({ change }: BotSettings) {
  const { toasts } = useDesk()
  const [refusals, setRefusals] = useState<readonly string[]>([])

  async function make(by: Parameters<BotSettings['change']>[0], doneText: string | null): Promise<void> {
    const refusal = await change(by)
    setRefusals(refusal === null ? [] : [refusal])
    if (refusal === null && doneText !== null) toasts.raise('info', doneText)
  }
  return {
    refusals,
    /** `doneText` null: what holds is seen where it was changed. */
    make: (by: Parameters<BotSettings['change']>[0], doneText: string | null) => void make(by, doneText),
  }
}
