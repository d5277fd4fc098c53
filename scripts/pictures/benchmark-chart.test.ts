import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { benchmarkChart } from './benchmark-chart'
import { barsOf } from './benchmark-rows'

const HEAD = '| measurement | result | baseline | ratio | target |\n|---|---|---|---|---|\n'
const barsIn = (...rows: string[]) => barsOf(HEAD + rows.join('\n'))

test('missed targets come first and are called missed', () => {
	const bars = barsIn(
		'| start | 500 ms |  |  | <= 2,000 ms |',
		'| article page | 40,852/s | nginx: 48,758/s | 0.84× | >= 0.9× |',
	)
	expect(bars.map(({ name, met }) => [name, met])).toEqual([
		['article page', false],
		['start', true],
	])
	expect(bars[0]).toMatchObject({ result: '0.84×', target: '≥ 0.9×' })
	expect(bars[1]).toMatchObject({ result: '500 ms', target: '≤ 2,000 ms', margin: 4 })
})

test('a row marked as missed is missed, whatever its figures', () => {
	const [errors, unnumbered] = barsIn(
		'| one reader | 8.0 ms, 3 errors |  |  | < 1,000 ms, 0 errors (missed) |',
		'| recount | 1 lost |  |  | 0, 0, 0 (missed) |',
	)
	expect(errors).toMatchObject({ met: false, margin: 125 })
	expect(unnumbered).toMatchObject({ met: false, margin: null, target: '0, 0, 0' })
})

test('the lowest of several scores counts', () => {
	const [scores] = barsIn('| Lighthouse | 98 / 100 / 100; LCP 1.4 s |  |  | 100 / 100 / 100 |')
	expect(scores).toMatchObject({ result: '98', target: '100', margin: 0.98, met: false })
})

test('rows without a figure as target have no bar', () => {
	expect(barsIn('| recount | 0 lost |  |  | 0, 0, 0 |', '| database | 21.5 ms |  |  |  |')).toEqual([])
})

test('the chart in docs is that of the current benchmarks', () => {
	const chart = benchmarkChart(readFileSync('docs/benchmarks.md', 'utf8'))
	// `node --import tsx scripts/pictures/chart.ts` draws it again.
	expect(readFileSync('docs/pictures/benchmarks.svg', 'utf8')).toBe(chart)
})
