import { globalStyle } from '@vanilla-extract/css'
import { theme } from './theme.css.ts'

globalStyle('*, *::before, *::after', { boxSizing: 'border-box' })

globalStyle(':root', {
  // One knob from a small laptop to a 4K wall: every size and space of the desk is in rem.
  fontSize: 'clamp(14px, max(9.5px + 0.38vw, min(0.86vw, 1.53vh)), 34px)',
})

globalStyle('body', {
  margin: 0,
  height: '100vh',
  overflow: 'hidden',
  background: theme.colour.field,
  color: theme.colour.ink,
  fontFamily: theme.font.words,
  fontSize: theme.size.body,
  lineHeight: 1.4,
  fontFeatureSettings: "'cv05', 'ss03', 'tnum'",
  WebkitFontSmoothing: 'antialiased',
})

globalStyle('#root', { height: '100%' })
globalStyle('h1, h2, h3, p, dl, dd, ul, ol, figure', { margin: 0, padding: 0 })
globalStyle('ul, ol', { listStyle: 'none' })
globalStyle('button, input', { font: 'inherit', color: 'inherit' })
globalStyle('table', { borderCollapse: 'collapse', width: '100%' })

globalStyle(':focus-visible', {
  outline: `2px solid ${theme.colour.goldBright}`,
  outlineOffset: '2px',
})

globalStyle('::selection', { background: theme.colour.goldFill, color: theme.colour.inkOnGold })

globalStyle('*', {
  scrollbarWidth: 'thin',
  scrollbarColor: `${theme.colour.lineStrong} transparent`,
})

globalStyle('*, *::before, *::after', {
  '@media': {
    '(prefers-reduced-motion: reduce)': {
      animationDuration: '1ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '1ms !important',
    },
  },
})
