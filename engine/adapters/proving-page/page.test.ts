import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProvingReport, around } from '../../testkit/proving-report.ts'
import { markup, Markup } from './markup.ts'
import { provingPage } from './page.ts'

/** Tags that are open where the page ends; a closing tag without its opening one throws. */
function openTags(html: string): readonly string[] {
  const alone = new Set(['meta', 'line', 'polygon', 'polyline', 'br', 'circle'])
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (alone.has(name) && !(name === 'circle' && slash === '/')) {
      if (name === 'circle') open.push(name)
      continue
    }
    if (slash === '') open.push(name)
    else if (open.at(-1) === name) open.pop()
    else throw new Error(`</${name}> closes <${open.at(-1)}>`)
  }
  return open
}

describe('the proving page', () => {
  const page = provingPage(aProvingReport())

  it('is one file that asks for nothing: no address, no script, no picture, no style of elsewhere', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|https?:|@import|\bon[a-z]+=/)
    expect(page).toContain(`default-src 'none'`)
  })

  it('closes every tag that it opens', () => {
    const whole = page
      .replaceAll(/<circle([^>]*)\/>/g, '')
      .replaceAll(/<(line|polygon|polyline)[^>]*\/>/g, '')
    expect(openTags(whole)).toEqual([])
  })

  it('writes the same report as the same bytes', () => {
    expect(provingPage(aProvingReport())).toBe(page)
  })

  it('says under every figure what was fitted and what was tested', () => {
    for (const [figure] of page.matchAll(/<figure>[\s\S]*?<\/figure>/g))
      expect(figure).toContain('Fit on 1 Jan – 31 Aug 2018, tested on 1 Sep – 31 Dec 2018')
  })

  it('says plainly that no expectancy above zero is shown when the interval holds zero', () => {
    expect(page).toContain('no expectancy above zero is shown')
    const won = structuredClone(aProvingReport())
    const all = won.results[0]?.groups[0]
    if (all !== undefined) all.net1 = around(0.1, 0.05, 412)
    expect(provingPage(won)).toContain('an expectancy above zero is shown on these windows')
  })

  it('of a run without a signal says so, and draws no empty chart', () => {
    const none = provingPage(aProvingReport({ results: [], calibration: [] }))
    expect(none).toContain('nothing was worth doing')
    expect(none).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  it('writes no figure that is none', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  it('escapes what came from outside, a name of a file above all', () => {
    const evil = `<script>alert("x")</script>&'.zip`
    const report = structuredClone(aProvingReport())
    const file = report.data.pairs[0]?.files[0]
    if (file !== undefined) file.name = evil
    report.costs.push(evil)
    const written = provingPage(report)

    expect(written).not.toContain('<script>')
    expect(written).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;.zip')
  })
})

describe('markup', () => {
  it('lets no letter of a text act as a tag, an attribute or an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const inside = markup`<p title="${text}">${text}</p>`.text.slice('<p title="'.length, -'</p>'.length)
        expect(inside.replaceAll('">', '')).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/)
      }),
    )
  })

  it('leaves markup as it is', () => {
    expect(markup`<b>${markup`<i>${1}</i>`}${[new Markup('<br>')]}</b>`.text).toBe('<b><i>1</i><br></b>')
  })
})
