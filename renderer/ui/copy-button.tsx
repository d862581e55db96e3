import { useState } from 'react'
import type { ComponentProps } from 'react'
import { clipboardCopy } from '../copy/clipboard.ts'
import { useDesk } from '../stores/desk-context.ts'
import { Button } from './button.tsx'
import { putOnClipboard } from './clipboard.ts'

type Props = Readonly<{
  look: NonNullable<ComponentProps<typeof Button>['look']>
  text: string
  words: Readonly<{ copy: string; copied: string }>
}>

/** Copies a text, and says whether it did: what is pasted elsewhere unseen must not be what was copied before. */
export function CopyButton({ look, text, words }: Props) {
  const { toasts } = useDesk()
  const [copied, setCopied] = useState<string | null>(null)

  async function copy(): Promise<void> {
    const isCopied = await putOnClipboard(text)
    setCopied(isCopied ? text : null)
    if (!isCopied) toasts.raise('error', clipboardCopy.failed)
  }

  return (
    <Button look={look} onClick={() => void copy()}>
      {copied === text ? words.copied : words.copy}
    </Button>
  )
}
