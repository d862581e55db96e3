import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const hold = style({
  position: 'relative',
  overflow: 'hidden',
  touchAction: 'none',
  userSelect: 'none',
})

export const fill = style({
  position: 'absolute',
  inset: 0,
  background: 'currentColor',
  opacity: 0.35,
  transform: 'scaleX(0)',
  transformOrigin: 'left',
  transition: `transform ${theme.motion.quick}`,
  selectors: {
    [`${hold}[data-phase=holding] &`]: {
      transform: 'scaleX(1)',
      transition: `transform ${theme.motion.hold} linear`,
    },
  },
  '@media': {
    // The fill tells how long is left, so it stays, in three still steps.
    '(prefers-reduced-motion: reduce)': {
      selectors: {
        [`${hold}[data-phase=holding] &`]: {
          transition: `transform ${theme.motion.hold} steps(3) !important`,
        },
      },
    },
  },
})

export const words = style({ position: 'relative' })

/** The key that holds it, as it looks on a keyboard. */
export const letter = style({
  position: 'relative',
  minWidth: '1.25em',
  padding: '0 0.25em',
  border: '1px solid currentColor',
  borderBottomWidth: '2px',
  borderRadius: theme.radius.medium,
  fontFamily: theme.font.numbers,
  fontSize: theme.size.tiny,
  fontWeight: 600,
  lineHeight: 1.25,
  letterSpacing: 0,
  textAlign: 'center',
  textTransform: 'uppercase',
})
