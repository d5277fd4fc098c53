import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../support/server-process'
import { newsboatPort, STORY, startSite } from './site'

let site: ServerProcess
const folder = mkdtempSync(join(tmpdir(), 'square-newsboat-'))

beforeAll(async () => {
	site = await startSite(newsboatPort)
})
afterAll(async () => {
	await site?.close()
	rmSync(folder, { recursive: true, force: true })
})

type Item = { guid: string; title: string; author: string; url: string; content: string }
type Known = { etag: string; lastmodified: number }

/** Subscribes to one feed: an item of two feeds is in the list of one, as both have it under the same id. */
function subscribe(address: string) {
	const home = mkdtempSync(join(folder, 'home-'))
	mkdirSync(join(home, '.newsboat'))
	writeFileSync(join(home, '.newsboat', 'urls'), `${address}\n`)
	const run = (command: string): string => {
		const { stdout, error } = spawnSync('newsboat', ['-x', command], {
			encoding: 'utf8',
			env: { ...process.env, HOME: home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
		})
		if (error) throw error
		return stdout
	}
	const read = <Row>(query: string): Row[] => {
		const database = new Database(join(home, '.newsboat', 'cache.db'), { readonly: true })
		try {
			return database.prepare(query).all() as Row[]
		} finally {
			database.close()
		}
	}
	return { run, read }
}

/** Pages with the least number of entries in their feeds. */
const PAGES: [string, number][] = [
	['', 20],
	['/sections/economics', 1],
	['/tags/harbour', 1],
	['/people/mara-ellison', 1],
	['/corrections', 0],
	['/comments', 3],
	[STORY, 3],
]

test.each(PAGES)('newsboat reads the feeds of “%s”, and keeps what it knows', (page, least) => {
	const [rss, atom] = ['xml', 'atom'].map((format) => {
		const { run, read } = subscribe(`${site.url}${page}/feed.${format}`)
		run('reload')
		const items = read<Item>('select guid, title, author, url, content from rss_item order by guid')
		expect(items.length).toBeGreaterThanOrEqual(least)
		for (const { url } of items) expect(url.startsWith(site.url)).toBe(true)
		// It stores the validators at its second visit, and sends them at the third.
		for (let visits = 0; visits < 2; visits += 1) run('reload')
		const [known] = read<Known>('select etag, lastmodified from rss_feed')
		expect(known).toMatchObject({ etag: expect.stringMatching(/^W\/"/), lastmodified: expect.any(Number) })
		expect(known?.lastmodified).toBeGreaterThan(0)
		expect(read<Item>('select guid, title, author, url, content from rss_item order by guid')).toEqual(items)
		return items
	})
	const same = ({ guid, title, url, content }: Item) => ({ guid, title, url, content })
	expect(rss?.map(same)).toEqual(atom?.map(same))
})

test('newsboat has authors, whole texts and described photographs', () => {
	const { run, read } = subscribe(`${site.url}/people/mara-ellison/feed.xml`)
	run('reload')
	const items = read<Item>('select author, content from rss_item')
	for (const { author, content } of items) {
		expect(author).toContain('Mara Ellison')
		expect(content.length).toBeGreaterThan(1_500)
		expect(content).toMatch(/<img src="http:\/\/[^"]+\/media\/[\da-f]{64}\/\d+\.jpg"[^>]* alt="[^"]+"/)
	}
})
