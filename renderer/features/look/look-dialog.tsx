import { useStore } from 'zustand'
import { lookCopy } from '../../copy/look.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { PALETTES, THEMES } from '../../stores/look-store.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import * as body from '../../ui/dialog-body.css.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import * as css from './look.css.ts'

/** Night or day, and the colours that mean something. What is chosen is seen at once. */
export function LookDialog({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) {
  const { look } = useDesk()
  const { theme, palette } = useStore(look)
  return (
    <Dialog
      isOpen={isOpen}
      title={lookCopy.title}
      closeWord={lookCopy.close}
      width="narrow"
      onClose={onClose}
    >
      <div className={body.body}>
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
        <Sample />
        <p className={css.note}>{lookCopy.note}</p>
      </div>
    </Dialog>
  )
}

type Props<T extends string> = Readonly<{
  name: string
  words: Readonly<Record<T, Readonly<{ text: string; meaning: string }>>>
  options: readonly T[]
  chosen: T
  onChoose: (option: T) => void
}>

function Choices<T extends string>({ name, words, options, chosen, onChoose }: Props<T>) {
  return (
    <div className={css.choices} role="group" aria-label={name}>
      <span className={label}>{name}</span>
      <div className={css.row}>
        {options.map(option => (
          <Button key={option} aria-pressed={option === chosen} onClick={() => onChoose(option)}>
            {words[option].text}
          </Button>
        ))}
      </div>
      <p className={body.meaning}>{words[chosen].meaning}</p>
    </div>
  )
}

function Sample() {
  return (
    <div className={css.choices} role="group" aria-label={lookCopy.sample}>
      <span className={label}>{lookCopy.sample}</span>
      <div className={css.sample}>
        <SideMark side="buy" />
        <SideMark side="sell" />
        <Chip is="warn">{lookCopy.warning}</Chip>
        <Chip is="fault">{lookCopy.fault}</Chip>
      </div>
    </div>
  )
}
