import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { traceWrites, withDatabase } from '@/db/testing'
import { createStaff, liveStory } from '@/e2e/support/stories'
import { listSection } from './articles/lists'
import { removeDemo } from './demo/remove'
import { recordDemoRows } from './demo/rows'
import { answerQuestion } from './first-run'
import { mergeSection } from './merge-sections'
import type { StaffViewer } from './permissions'
import { changeSection, createSection, moveSection, setSectionRetired } from './sections'

withDatabase()

let owner: StaffViewer
let story: Awaited<ReturnType<typeof liveStory>>
let mergedId: number

beforeAll(async () => {
	story = await liveStory()
	owner = await createStaff('owner')
	await createSection(owner, { name: 'Pier', slug: '' })
	mergedId = (await listSection('pier')).section?.id ?? 0
})

/** Functions of the site's set-up that read before they write, as in locks.test.ts. */
const CASES: [string, () => Promise<unknown>, () => string, string][] = [
	[
		'createSection',
		() => createSection(owner, { name: 'Sport', slug: '' }),
		() => 'section names',
		'sections',
	],
	...(
		[
			['changeSection', () => changeSection(owner, 1, { name: 'Daily news', slug: 'news' })],
			['moveSection', () => moveSection(owner, 1, 'down')],
			['setSectionRetired', () => setSectionRetired(owner, 1, false)],
			['mergeSection', () => mergeSection(owner, mergedId, 1)],
		] as const
	).map(([name, run]): (typeof CASES)[number] => [name, run, () => 'section names', 'sections']),
	['answerQuestion', () => answerQuestion(owner, 'name'), () => 'settings', 'settings'],
	[
		'removeDemo',
		async () => {
			await write((tx) => recordDemoRows(tx, 'article', [story.articleId]))
			await removeDemo(owner)
		},
		() => `article ${story.articleId}`,
		'articles',
	],
]

test.each(CASES)('%s locks before it reads', async (_, run, lock, table) => {
	const trace = await traceWrites(run)
	const locked = trace.indexOf(`lock ${lock()}`)
	const read = trace.findIndex((line) => line.startsWith('select') && line.includes(`from "${table}"`))
	expect(locked, trace.join('\n')).toBeGreaterThanOrEqual(0)
	expect(read, trace.join('\n')).toBeGreaterThan(locked)
})
