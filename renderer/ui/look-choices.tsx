import { useStore } from 'zustand'
import { lookCopy } from '../copy/look.ts'
import { useDesk } from '../stores/desk-context.ts'
import { PALETTES, THEMES } from '../stores/look-store.ts'
import { Choices } from './choices.tsx'

/** Night or day, and the colours that mean something. What is chosen is seen at once. */
export function LookChoices() {
  const { look } = useDesk()
  const { theme, palette } = useStore(look)
  return (
    <>
      <Choices
        name={lookCopy.theme}
        words={lookCopy.themes}
        options={THEMES}
        chosen={theme}
        onChoose={chosen => void look.wear({ theme: chosen })}
      />
      <Choices
        name={lookCopy.palette}
        words={lookCopy.palettes}
        options={PALETTES}
        chosen={palette}
        onChoose={chosen => void look.wear({ palette: chosen })}
      />
    </>
  )
}
