import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest'
import type { ServerProcess } from '../support/server-process'
import { CURSOR, Terminal } from '../support/terminal'
import { journeyPort, startSite } from './site'

let site: ServerProcess
const folder = mkdtempSync(join(tmpdir(), 'square-journeys-'))
const COMMENT = join(folder, 'comment.txt')
/** As many letters as w3m shows of a line. */
const WORDS = 'Said by keys alone.'

beforeAll(async () => {
	writeFileSync(COMMENT, WORDS)
	site = await startSite(journeyPort)
})
afterAll(async () => {
	await site?.close()
	rmSync(folder, { recursive: true, force: true })
})

/** Words on the screen, in any lines. */
const text = (words: string) => words.replaceAll(' ', '\\s+')
/** The cursor at the field below or after a label. */
const fieldOf = (label: string) => new RegExp(`${text(label)}[\\s:*[_]*${CURSOR}`)
/** The cursor at a button or link of these words, before which lynx prints what it is. */
const at = (words: string) => new RegExp(`${CURSOR}(?:\\(\\w+\\))? ?${text(words)}`)

/** A browser's arguments, and its way to fill in the field at the cursor. */
type Browser = {
	args: string[]
	/** The cursor at the field of the comment. */
	comment: RegExp
	fill: (terminal: Terminal, text: string) => Promise<void>
	/** Fills in a field of several lines. */
	fillLines: (terminal: Terminal) => Promise<void>
}

const BROWSERS: Record<string, Browser> = {
	lynx: {
		args: ['-accept_all_cookies', '-show_cursor=on', '-nopause'],
		comment: fieldOf('Your comment'),
		fill: async (terminal, text) => terminal.type(text),
		fillLines: async (terminal) => terminal.type(WORDS),
	},
	w3m: {
		// An editor that is given the file of a text area writes the comment into it.
		args: ['-cookie', '-o', 'accept_cookie=1', '-o', 'confirm_qq=0', '-o', `editor=cp ${COMMENT} %s`],
		// It prints the label beside the last line, which may be below the screen.
		comment: new RegExp(`\\d+ comments[\\s[]*${CURSOR}`),
		async fill(terminal, text) {
			terminal.press('Enter')
			await terminal.see(/TEXT:/)
			terminal.type(text)
			terminal.press('Enter')
		},
		fillLines: async (terminal) => terminal.press('Enter'),
	},
}

describe.each(Object.keys(BROWSERS))('in %s', (name) => {
	let terminal: Terminal
	const { args, comment, fill, fillLines } = BROWSERS[name] as Browser

	beforeEach(() => {
		terminal = new Terminal(name, [...args, `${site.url}/search`])
	})
	afterEach(() => terminal?.close())

	test('a reader searches, reads what is found, votes and comments', async () => {
		await terminal.see(/Words in a story/)
		await terminal.tabTo(fieldOf('Words in a story'))
		await fill(terminal, '"drawing of a straw" broom')
		await terminal.tabTo(at('Search'))
		terminal.press('Enter')
		await terminal.see(/\d+ stor(y|ies), best match first/)
		await terminal.tabTo(at('Saltgate seat decided'))
		terminal.press('Enter')
		await terminal.see(new RegExp(text('returning officer cut two straws')))
		await terminal.turnTo(new RegExp(text('It was a good gull')))

		await terminal.tabTo(at('Sad \\d+ %'))
		terminal.press('Enter')
		await terminal.see(/Your mood is Sad/)

		await terminal.tabTo(comment)
		await fillLines(terminal)
		await terminal.see(new RegExp(WORDS))
		await terminal.tabTo(fieldOf('Name'))
		await fill(terminal, `Reader with ${name}`)
		await terminal.tabTo(fieldOf('E-mail'))
		await fill(terminal, `${name}@example.org`)
		await terminal.tabTo(at('Post'))
		terminal.press('Enter')
		// w3m shows the page from its start.
		await terminal.see(/Skip to the content|Waiting for approval/)
		await terminal.turnTo(new RegExp(`Reader with ${name}[^]*Waiting for approval[^]*${WORDS}`))
	})
})
