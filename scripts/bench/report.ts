import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import type { Result } from './format'

const REPORT = 'docs/benchmarks.md'
const COLUMNS: (keyof Result)[] = ['work', 'result', 'against', 'ratio', 'target']

export const printed = (lines: Result[]): string => {
	const rows = [COLUMNS as string[], ...lines.map((line) => COLUMNS.map((column) => line[column]))]
	const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
	return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')).join('\n')
}

/** What was measured, on what, and how to measure it again. */
export function writeReport(lines: Result[], args: string[]): void {
	const table = [
		`| ${COLUMNS.join(' | ')} |`,
		`|${COLUMNS.map(() => '---').join('|')}|`,
		...lines.map((line) => `| ${COLUMNS.map((column) => line[column]).join(' | ')} |`),
	].join('\n')
	writeFileSync(
		REPORT,
		`# Benchmarks

Written by \`npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\` on ${new Date().toISOString().slice(0, 10)}: ${machine()}.
Client and server share these cores, and every figure includes the client. Rivals are asked in the same run,
in turn, and each figure is the median of its rounds; so ratios travel from machine to machine, figures do not.

${table}

- **article page, kept**: \`wrk -t1 -c32\`, connections kept, \`Accept-Encoding: br, gzip\`. nginx sends the very
  same bytes with the same headers from a file it holds open, one worker a core, without a log.
- **votes**: real form posts, each by a reader of its own with a signed cookie, each acknowledged only after
  its fsync. Afterwards every acknowledged reader is looked for on disk, and every tally is counted again.
- **nobody has asked for yet**: a thousand different stories, each asked for once.
- **publish**: the editor's form is sent as a browser without scripts sends it; the clock runs from its answer.
- **a crowd**: one process, one connection a reader; each asks again as soon as it has the whole page. As many
  as the system's limit of open files allows.
- **slow clients**: one line of the head, one byte of the form or half a kilobyte of thirty pages asked for a
  second; each comes again when it is shown the door. The reader beside them connects anew for each page.
- **2G**: Chromium slowed down to it, empty of everything; the clock runs to its first contentful paint.
- **the house of N stories**: generated with saves, bylines, tags, sections and sources of their own.
`,
	)
}

function machine(): string {
	const [{ model } = { model: 'unknown processor' }] = cpus()
	const memory = Math.round(totalmem() / 2 ** 30)
	return `${cpus().length} cores (${model.trim()}), ${memory} GB, Linux ${release().split('-')[0]}, Node ${process.versions.node}`
}
