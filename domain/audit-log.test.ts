import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { changeAd, DEFAULT_AD, placeAd } from './ads-desk'
import { DECISION_ACTIONS } from './articles/decision'
import { withdrawStory } from './articles/publish'
import { startStory } from './articles/save'
import { trashStory } from './articles/trash'
import { TRASH_ACTION } from './articles/undo'
import { audit } from './audit'
import { EVENTS_PER_PAGE, exportLog, listLog } from './audit-log'
import { changesOf, SENTENCES, sentenceOf, valueWords } from './audit-sentences'
import type { StaffViewer } from './permissions'

withDatabase()

let owner: StaffViewer
let story: Awaited<ReturnType<typeof liveStory>>

beforeAll(async () => {
	owner = await createStaff('owner', 'Owen Tarn')
	story = await liveStory({ headline: 'The bridge opens' })
})

/** Actions that a call names by a table or parameter instead of a text. */
const NAMED: Record<string, string[]> = {
	'articles/publish.ts': Object.values(DECISION_ACTIONS),
	'articles/notes.ts': ['resolve note', 'reopen note'],
	'articles/trash.ts': [TRASH_ACTION],
	'articles/undo.ts': [DECISION_ACTIONS.undo],
	'comments/moderate.ts': ['approve comment', 'reject comment', 'reopen comment'],
	'notices/complaints.ts': ['uphold complaint', 'reject complaint'],
	'ads-desk.ts': ['run advertisement', 'stop advertisement', 'retire advertisement', 'restore advertisement'],
}

/** The actions of all calls of `audit` in the domain. */
function auditedActions(): string[] {
	const files = readdirSync('domain', { recursive: true, encoding: 'utf8' }).filter(
		(file) => /\.ts$/.test(file) && !/test\.ts$/.test(file) && file !== 'audit.ts',
	)
	return files.flatMap((file) => {
		const calls = [
			...readFileSync(`domain/${file}`, 'utf8').matchAll(/\baudit\(\s*\w+,\s*\w+,\s*([^,]+),\s*[`'\w]/g),
		]
		return calls.flatMap(([, action = '']) => {
			const texts = [...action.matchAll(/(?:^|[?:] )'([^']+)'/g)].map(([, text = '']) => text)
			return texts.length > 0 ? texts : (NAMED[file] ?? [`unknown action ${action} in ${file}`])
		})
	})
}

test('every audited action has a sentence', () => {
	const actions = auditedActions()
	expect(actions.length).toBeGreaterThan(20)
	expect(actions.filter((action) => !(action in SENTENCES))).toEqual([])
})

const told = ({
	action,
	detail,
	name,
}: {
	action: string
	detail: Record<string, unknown> | null
	name: string
}) => sentenceOf({ action, detail }, name, (value) => valueWords(value, () => 'noon'))

test('events are told as sentences with their subjects', async () => {
	const { events } = await listLog(owner, { story: story.articleId })
	expect(events.map(told)).toEqual(['published “The bridge opens”', 'started “The bridge opens”'])
	expect(events[0]?.person).toBe('A editor')
})

test('the sentence of a withdrawal gives its reason', async () => {
	const { articleId } = await liveStory({ headline: 'The bridge falls' })
	await withdrawStory(owner, articleId, 'It stands.')
	const [event] = (await listLog(owner, { story: articleId })).events
	expect(event && told(event)).toBe('withdrew “The bridge falls” with the reason “It stands.”')
	expect(event && changesOf(event, () => 'noon').map(({ field }) => field)).toEqual(['withdrawn at'])
})

test('events about stories in the trash lead to no page', async () => {
	const fields = await storyFields(owner, { headline: 'The ferry sinks' })
	const { articleId } = await startStory(owner, fields)
	const hasPage = async () =>
		(await listLog(owner, { story: articleId })).events.map((event) => event.hasPage)
	expect(await hasPage()).toEqual([true])
	await trashStory(owner, articleId)
	expect(await hasPage()).toEqual([false, false])
})

test('a change lists each field with its old and new value', async () => {
	const ad = { title: 'A letter', text: 'Weekly.', url: 'https://example.org/', photoId: null }
	const id = await placeAd(owner, ad)
	await changeAd(owner, id, { ...DEFAULT_AD, ...ad, afterParagraph: 5, label: 'Notice' })
	const [event] = (await listLog(owner, { kind: 'ad' })).events
	expect(event && told(event)).toBe('changed the advertisement “A letter”')
	expect(event && changesOf(event, (value) => valueWords(value, () => ''))).toEqual([
		{ field: 'label', from: 'nothing', to: 'Notice' },
		{ field: 'after paragraph', from: '3', to: '5' },
	])
})

test('a detail holds no character that no text column stores', async () => {
	await write((tx) => audit(tx, owner, 'polish glass', 'glass:1', { reason: 'a\u0000\ud83d😀' }))
	const { events } = await listLog(owner, { kind: 'glass' })
	expect(events[0]?.detail).toEqual({ reason: 'a\ufffd\ufffd😀' })
})

test('an unknown action is told in its own words', () => {
	const event = { action: 'polish lens', detail: { from: 'dim', to: 'bright' } }
	expect(sentenceOf(event, 'photograph 3', String)).toBe('polish lens: photograph 3')
	expect(changesOf(event, String)).toEqual([
		{ field: 'from', from: null, to: 'dim' },
		{ field: 'to', from: null, to: 'bright' },
	])
})

test('pages and filters reach every event once, in order', async () => {
	const day = (number: number) => new Date(Date.UTC(2027, 0, number))
	const NUMBER = 2 * EVENTS_PER_PAGE + 30
	await write(async (tx) => {
		for (let number = 0; number < NUMBER; number += 1)
			await tx.insert(auditEvents).values({
				at: day(1 + (number % 5)),
				personId: number % 2 ? owner.person.id : null,
				action: 'polish lens',
				subject: `lens:${number}`,
				detail: null,
			})
	})
	const seen: number[] = []
	for await (const events of exportLog(owner, { kind: 'lens' })) seen.push(...events.map(({ id }) => id))
	expect(seen).toHaveLength(NUMBER)
	expect(seen).toEqual([...seen].sort((a, b) => b - a))

	const first = await listLog(owner, { kind: 'lens' })
	expect(first.events).toHaveLength(EVENTS_PER_PAGE)
	const second = await listLog(owner, { kind: 'lens', past: first.past })
	expect(second.events[0]?.id).toBe(seen[EVENTS_PER_PAGE])

	const own = await listLog(
		owner,
		{ kind: 'lens', person: owner.person.id, from: day(2), to: day(3) },
		NUMBER,
	)
	expect(own.events).toHaveLength(NUMBER / 10)
	expect(own.past).toBeNull()
	expect((await listLog(owner, { kind: 'len%' })).events).toEqual([])
})

test('the log is append-only and closed to editors', async () => {
	const editor = await createStaff('editor')
	await expect(listLog(editor, {})).rejects.toMatchObject({ code: 'forbidden' })
	await write((tx) => audit(tx, owner, 'polish lens', 'lens:1'))
	await expect(write((tx) => tx.update(auditEvents).set({ action: 'x' }))).rejects.toThrow()
	await expect(write((tx) => tx.delete(auditEvents))).rejects.toThrow()
})
