import { type Bar, barsOf } from './benchmark-rows'

const WIDTH = 960
const ROW = 27
const HEAD = 64
/** The bars' zone in x; left of `ONE` a target is missed. */
const [LEFT, ONE, RIGHT] = [376, 424, 716]
/** Margins at the ends of the logarithmic scale. */
const [MARGIN_MIN, MARGIN_MAX] = [0.5, 256]
const TICKS = [1, 2, 4, 16, 64, 256]
/** Keeps a margin close to 1 visible. */
const BAR_MIN = 3

const FOOTNOTE =
	'Logarithmic scale. docs/benchmarks.md has the methods, the baselines of results in ×, and targets without a figure.'

/** The colours of the site in its two themes. */
const STYLE = `
	text { font: 14px system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; fill: #17191d }
	.paper { fill: #faf8f3; stroke: #d8d3c7 } .soft { fill: #55565a } .grid { stroke: #d8d3c7 } .one { stroke: #17191d }
	.met { fill: #1c6340 } .missed { fill: #a3271c } .title { font-weight: 600 } .end { text-anchor: end }
	.middle { text-anchor: middle } .small { font-size: 12px }
	@media (prefers-color-scheme: dark) {
		text { fill: #ebe8e1 } .paper { fill: #15171a; stroke: #383b40 } .soft { fill: #adaba5 }
		.grid { stroke: #383b40 } .one { stroke: #ebe8e1 } .met { fill: #84d3a4 } .missed { fill: #ff9d90 }
	}`

/** Draws the margin of each measurement in `docs/benchmarks.md` to its target, as an SVG. */
export function benchmarkChart(report: string): string {
	const bars = barsOf(report)
	const missed = bars.filter((bar) => !bar.met)
	const met = bars.filter((bar) => bar.met)
	const groups = [
		{ title: `Targets missed: ${missed.length}`, look: 'missed', bars: missed },
		{ title: `Targets met: ${met.length}`, look: 'met', bars: met },
	].filter((group) => group.bars.length > 0)
	const lines = groups.flatMap(({ title, look, bars }) => [
		(y: number) => text(24, y, title, `title ${look}`),
		...bars.map((bar) => (y: number) => drawBar(bar, y)),
	])
	const bottom = HEAD + lines.length * ROW
	const height = bottom + 40
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
<title id="title">${escapeText(`Measurements against their targets: ${missed.length} missed, ${met.length} met`)}</title>
<style>${STYLE}
</style>
<rect class="paper" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
${text(ONE, 30, 'times better than the target', 'soft small')}
${text(820, 30, 'result', 'soft small end')}
${text(WIDTH - 24, 30, 'target', 'soft small end')}
${TICKS.map((tick) => drawTick(tick, bottom)).join('\n')}
${lines.map((draw, index) => draw(HEAD + index * ROW + 18)).join('\n')}
${text(24, bottom + 24, FOOTNOTE, 'soft small')}
</svg>
`
}

function drawBar({ name, result, target, margin, met }: Bar, y: number): string {
	const figures = [text(24, y, name), text(820, y, result, 'end'), text(WIDTH - 24, y, target, 'soft end')]
	if (margin === null) return figures.join('')
	const end = xOf(margin)
	const width = Math.max(BAR_MIN, Math.abs(end - ONE))
	const x = met ? ONE : ONE - width
	const bar = `<rect class="${met ? 'met' : 'missed'}" x="${round(x)}" y="${y - 12}" width="${round(width)}" height="15"/>`
	return [bar, ...figures].join('')
}

function drawTick(tick: number, bottom: number): string {
	const x = round(xOf(tick))
	const line = `<path class="${tick === 1 ? 'one' : 'grid'}" d="M${x} ${HEAD - 6}V${bottom}"/>`
	return line + text(x, HEAD - 12, `${tick}×`, 'soft small middle')
}

/** Position on the scale: linear in the logarithm on both sides of 1. */
function xOf(margin: number): number {
	const bounded = Math.min(MARGIN_MAX, Math.max(MARGIN_MIN, margin))
	return bounded < 1
		? ONE - ((ONE - LEFT) * Math.log(bounded)) / Math.log(MARGIN_MIN)
		: ONE + ((RIGHT - ONE) * Math.log(bounded)) / Math.log(MARGIN_MAX)
}

const text = (x: number, y: number, words: string, look = ''): string =>
	`<text x="${x}" y="${y}"${look && ` class="${look}"`}>${escapeText(words)}</text>`

const escapeText = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const round = (value: number): number => Math.round(value * 10) / 10
