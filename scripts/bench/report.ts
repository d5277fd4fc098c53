import { writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { writeChart } from '@/scripts/pictures/write-chart'
import type { Result } from './format'
import { PAGES } from './render'

const REPORT = 'docs/benchmarks.md'
const COLUMNS = ['measurement', 'result', 'baseline', 'ratio', 'target'] as const

/** The cells of a row; a missed target is marked. */
const cellsOf = (result: Result): string[] =>
	COLUMNS.map((column) =>
		column === 'target' && result.met === false ? `${result.target} (missed)` : result[column],
	)

/** The results as a table of aligned columns, for a terminal. */
export const formatTable = (results: Result[]): string => {
	const rows: string[][] = [[...COLUMNS], ...results.map(cellsOf)]
	const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
	return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')).join('\n')
}

/** Writes the report (results, machine, command and methods) and its chart. */
export function writeReport(results: Result[], args: string[]): void {
	const table = [
		`| ${COLUMNS.join(' | ')} |`,
		`|${COLUMNS.map(() => '---').join('|')}|`,
		...results.map((result) => `| ${cellsOf(result).join(' | ')} |`),
	].join('\n')
	writeFileSync(
		REPORT,
		`# Benchmarks

Written by \`npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\` on ${new Date().toISOString().slice(0, 10)}: ${machine()}.
\`npm run bench -- --only='article page'\` repeats the measurements whose names contain this text, without a report:
start, article page, browser-shaped reading, article for one reader, durable votes, publish, long thread, concurrent
readers, slow clients, slow network, memory, database size, search, PostgreSQL, Lighthouse.
Client and server share these cores, and every figure includes the client. Baselines are measured in the same
run; figures of the cached article page are medians of alternating rounds, and Lighthouse's of three runs. Ratios
are comparable between machines, figures are not.

${table}

- **article page, cached**: \`wrk -t1 -c32\`, keep-alive, \`Accept-Encoding: br, gzip\`. nginx sends the same bytes
  and headers from a file in its open file cache, one worker a core, without a log.
- **browser-shaped reading**: a TCP proxy records what Chromium sends while a reader scrolls through pages. \`wrk\`
  then sends these requests, headers and cookies included, in turn over 32 keep-alive connections; \`If-None-Match\`
  has the current ETags of each server. nginx sends the same bodies from files. Both are first compared once a request.
- **article for a reader**: 32 connections; each page is checked to be \`private, no-store\`.
- **votes**: form posts, each by a new reader with a signed cookie, each acknowledged after its fsync. Afterwards
  every acknowledged vote is looked up in the database, and every tally is recounted.
- **article page, uncached**: ${PAGES} different stories, each requested once.
- **publish**: the editor's form is sent as by a browser without scripts; time starts at its response.
- **concurrent readers**: one client process, one connection a reader, the next request after each whole response.
  The limit of open files may lower their number.
- **slow clients**: each sends one header line or one form byte a second, or reads half a kilobyte a second of
  thirty pipelined pages, and reconnects when disconnected. The reader beside them opens a connection for each page.
- **2G**: throttled Chromium with an empty cache; time to first contentful paint.
- **database of N stories**: generated with revisions, bylines, tags, sections and sources.
- **PostgreSQL**: two servers with the same stories, one on each database, PostgreSQL with synced commits on this machine;
  alternating rounds of votes on one story, medians.
- **search**: whole searches in the server's functions, with cards and excerpts, without HTTP and rendering; words are
  drawn from 60,000 by Zipf's law.
`,
	)
	writeChart()
}

function machine(): string {
	const [{ model } = { model: 'unknown processor' }] = cpus()
	const memory = Math.round(totalmem() / 2 ** 30)
	return `${cpus().length} cores (${model.trim()}), ${memory} GB, Linux ${release().split('-')[0]}, Node ${process.versions.node}`
}
