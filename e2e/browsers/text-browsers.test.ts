import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerProcess } from '../support/server-process'
import { NEW_STORY, otherPort, STORY, startSite } from './site'

let site: ServerProcess
const folder = mkdtempSync(join(tmpdir(), 'square-text-'))

beforeAll(async () => {
	site = await startSite(otherPort)
})
afterAll(async () => {
	await site?.close()
	rmSync(folder, { recursive: true, force: true })
})

const WIDTH = 100

/** Arguments that make each text browser print a page. */
const BROWSERS: Record<string, (html: string) => string[]> = {
	lynx: (file) => ['-dump', '-nolist', `-width=${WIDTH}`, '-force_html', '-assume_charset=utf-8', file],
	w3m: (file) => ['-dump', '-cols', String(WIDTH), '-I', 'utf-8', '-T', 'text/html', file],
}

async function printed(browser: string, path: string, cookie = '', status = 200): Promise<string> {
	const answer = await fetch(site.url + path, { headers: { cookie } })
	expect(answer.status).toBe(status)
	return dumped(browser, await answer.text())
}

function dumped(browser: string, html: string): string {
	const file = join(folder, 'page.html')
	writeFileSync(file, html)
	const { stdout, error } = spawnSync(browser, BROWSERS[browser]?.(file) ?? [], {
		encoding: 'utf8',
		env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
	})
	if (error) throw error
	return stdout
}

/** Posts a form, and returns the cookies with those of the new reader. */
async function post(path: string, fields: Record<string, string>, cookie = '') {
	const answer = await fetch(site.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie },
		body: new URLSearchParams(fields),
	})
	const set = answer.headers.getSetCookie().map((line) => line.split(';')[0])
	return { answer, cookie: [cookie, ...set].filter(Boolean).join('; ') }
}

describe.each(Object.keys(BROWSERS))('%s', (browser) => {
	test('prints no false state of a new story', async () => {
		const page = await printed(browser, NEW_STORY)
		expect(page).toContain('How does this story leave you?')
		for (const untrue of ['Withdraw', 'Please look at this again', 'Copy the link', 'out of 5'])
			expect(page).not.toContain(untrue)
		expect(page).not.toMatch(/[[(]\*[)\]] ?(1 star|Small|As the device)/)
	})

	test('separates words by spaces', async () => {
		const page = await printed(browser, STORY)
		expect(page).toMatch(/\d\.\d out of 5/)
		expect(page).toMatch(/5 Star +\d+%/)
		expect(page).toMatch(/Happy \d+ %/)
		expect(page).not.toMatch(/Staff[A-Z]|\d%\d Star/)
	})

	test('states the reader’s mood and rating in words', async () => {
		const { cookie } = await post(`${NEW_STORY}/moods`, { mood: 'sleepy' })
		const both = await post(`${NEW_STORY}/rating`, { stars: '2' }, cookie)
		const page = await printed(browser, NEW_STORY, both.cookie)
		expect(page).toContain('Your mood is Sleepy')
		expect(page).toContain('Your rating: 2 of 5')
		expect(page).toContain('Withdraw my rating')
		await post(`${NEW_STORY}/moods`, { mood: 'withdraw' }, both.cookie)
		await post(`${NEW_STORY}/rating`, { stars: 'withdraw' }, both.cookie)
	})

	test('prints a search and its results', async () => {
		const page = await printed(browser, '/search?q=%22drawing+of+a+straw%22')
		expect(page).toContain('Words in a story')
		expect(page).toMatch(/\d+ stor(y|ies), best match first/)
		expect(page).toMatch(/drawing of a\s+straw/i)
		expect(await printed(browser, '/search?q=harboru')).toContain('Did you mean harbour?')
	})

	test('shows a comment’s error and the typed text', async () => {
		const { answer } = await post(`${NEW_STORY}/comments`, { body: 'Kept words.', name: '', email: '' })
		expect(answer.status).toBe(422)
		const page = dumped(browser, await answer.text())
		expect(page).toContain('Please look at this again')
		expect(page).toContain('Kept words.')
	})
})
