import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { articles, auditEvents, people } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, storyFields } from '@/e2e/support/stories'
import type { StaffViewer } from '../permissions'
import type { Decision } from './decision'
import { findArticle } from './find-article'
import { addNote, listNotes, resolveNote } from './notes'
import { findPlan, listAssignees, planStory } from './planning'
import { publicationIn, publicationToken } from './publication'
import { decideAbout, publishStory, unscheduleStory, withdrawStory } from './publish'
import { saveStory, startStory } from './save'
import { findStory, listStories } from './stories'

withDatabase()

let editor: StaffViewer
let second: StaffViewer
let contributor: StaffViewer
let stranger: StaffViewer

/** Gives a person an account with the role, so that stories can be assigned to it. */
async function withAccount(person: StaffViewer): Promise<StaffViewer> {
	const { id, role } = person.person
	await write(async (tx) => {
		await tx
			.update(people)
			.set({ email: `${id}@example.org`, role })
			.where(eq(people.id, id))
	})
	return person
}

const slugOf = async ({ person: { id } }: StaffViewer): Promise<string> =>
	(await readDb().select().from(people).where(eq(people.id, id)))[0]?.slug ?? ''

beforeAll(async () => {
	editor = await withAccount(await createStaff('editor', 'Edith'))
	second = await withAccount(await createStaff('editor', 'Sam'))
	contributor = await withAccount(await createStaff('contributor', 'Cora'))
	stranger = await withAccount(await createStaff('contributor', 'Dan'))
})

const draft = async () => startStory(contributor, await storyFields(contributor))

async function storyIn(...decisions: Decision['kind'][]) {
	const story = await draft()
	for (const kind of decisions)
		await decideAbout(kind === 'submit' ? contributor : editor, story.articleId, { kind } as Decision)
	return story
}

const stateOf = async (articleId: number) => (await findStory(editor, articleId)).state
const waitingFor = async (viewer: StaffViewer) =>
	(await listStories(viewer, { whose: 'waiting' })).stories.map(({ id }) => id)

test('a story is submitted, returned with a note, approved and published', async () => {
	const { articleId, revisionId, slug } = await draft()
	await decideAbout(contributor, articleId, { kind: 'submit' })
	expect(await stateOf(articleId)).toBe('in review')
	await decideAbout(editor, articleId, { kind: 'return', note: 'Who says so?' })
	expect(await stateOf(articleId)).toBe('draft')
	expect(await listNotes(contributor, articleId)).toMatchObject([{ text: 'Who says so?', by: 'Edith' }])
	await decideAbout(contributor, articleId, { kind: 'submit' })
	await decideAbout(second, articleId, { kind: 'approve' })
	expect(await stateOf(articleId)).toBe('approved')
	expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
	await publishStory(editor, articleId, { revisionId })
	expect(await stateOf(articleId)).toBe('live')
	await withdrawStory(editor, articleId, 'It was wrong.')
	expect(await stateOf(articleId)).toBe('withdrawn')
})

test('what waits for a person follows the stages', async () => {
	const { articleId } = await draft()
	const waits = async () => {
		const viewers = { editor, second, contributor }
		const lists = await Promise.all(Object.values(viewers).map(waitingFor))
		return Object.keys(viewers).filter((_, index) => lists[index]?.includes(articleId))
	}
	expect(await waits()).toEqual([])
	await planStory(editor, articleId, { assignee: await slugOf(contributor) })
	expect(await waits()).toEqual(['contributor'])
	await decideAbout(contributor, articleId, { kind: 'submit' })
	expect(await waits()).toEqual(['editor', 'second'])
	await decideAbout(editor, articleId, { kind: 'return', note: 'Shorter, please.' })
	expect(await waits()).toEqual(['contributor'])
	await planStory(editor, articleId, { assignee: await slugOf(second) })
	await decideAbout(contributor, articleId, { kind: 'submit' })
	expect(await waits()).toEqual(['second'])
	await decideAbout(second, articleId, { kind: 'approve' })
	expect(await waits()).toEqual(['second'])
	await decideAbout(second, articleId, { kind: 'publish' })
	expect(await waits()).toEqual([])
})

test('“mine” lists stories started, assigned or bylined', async () => {
	const assigned = await draft()
	await planStory(editor, assigned.articleId, { assignee: await slugOf(second) })
	const started = await startStory(second, await storyFields(editor))
	const other = await draft()
	const mine = (await listStories(second, { whose: 'mine' })).stories.map(({ id }) => id)
	expect(mine).toEqual(expect.arrayContaining([assigned.articleId, started.articleId]))
	expect(mine).not.toContain(other.articleId)
})

test('a contributor’s change of an approved text drops the approval', async () => {
	const { articleId, revisionId } = await storyIn('submit', 'approve')
	const { fields } = await findStory(contributor, articleId)
	const changed = { ...fields, headline: 'Changed after approval' }
	const saved = await saveStory(contributor, articleId, revisionId, changed)
	expect(saved).toMatchObject({ kind: 'saved', publication: { state: 'in review' } })
	const events = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
		.orderBy(auditEvents.id)
	expect(events.at(-1)).toMatchObject({
		action: 'drop approval',
		detail: { from: { stage: 'approved' }, to: { stage: 'in review' } },
	})
})

test('an editor’s change and an unchanged save keep the approval', async () => {
	const { articleId, revisionId } = await storyIn('submit', 'approve')
	const { fields } = await findStory(contributor, articleId)
	await saveStory(contributor, articleId, revisionId, fields)
	await saveStory(editor, articleId, revisionId, { ...fields, headline: 'A better headline' })
	expect(await stateOf(articleId)).toBe('approved')
})

test.each<Decision>([
	{ kind: 'approve' },
	{ kind: 'return', note: 'No.' },
	{ kind: 'publish' },
	{ kind: 'schedule', at: new Date(Date.now() + 86_400_000) },
])('a contributor may not $kind', async (decision) => {
	const { articleId } = await storyIn('submit')
	await expect(decideAbout(contributor, articleId, decision)).rejects.toMatchObject({ code: 'forbidden' })
	expect(await stateOf(articleId)).toBe('in review')
})

test.each<[Decision['kind'][], Decision]>([
	[[], { kind: 'recall' }],
	[['submit'], { kind: 'submit' }],
	[['submit', 'approve'], { kind: 'approve' }],
	[['publish'], { kind: 'submit' }],
	[['publish'], { kind: 'return', note: 'No.' }],
])('after %j the step is refused in words: %j', async (before, decision) => {
	const { articleId } = await storyIn(...before)
	const state = await stateOf(articleId)
	await expect(decideAbout(editor, articleId, decision)).rejects.toMatchObject({ code: 'conflict' })
	expect(await stateOf(articleId)).toBe(state)
})

test('a return without a note changes nothing', async () => {
	const { articleId } = await storyIn('submit')
	const empty = decideAbout(editor, articleId, { kind: 'return', note: ' \n' })
	await expect(empty).rejects.toMatchObject({ code: 'invalid', field: 'returnNote' })
	expect(await stateOf(articleId)).toBe('in review')
})

test('an unscheduled story is a draft, whatever its stage was', async () => {
	const { articleId, revisionId } = await storyIn('submit', 'approve')
	await publishStory(editor, articleId, { revisionId, at: new Date(Date.now() + 86_400_000) })
	await unscheduleStory(editor, articleId)
	expect(await stateOf(articleId)).toBe('draft')
})

test('a decision for another stage than shown writes nothing', async () => {
	const { articleId, revisionId } = await storyIn('submit')
	const opened = await findStory(editor, articleId)
	await decideAbout(second, articleId, { kind: 'return', note: 'Not yet.' })
	const decision = { kind: 'approve', expected: publicationToken(opened) } as const
	const outcome = await saveStory(editor, articleId, revisionId, opened.fields, { decision })
	expect(outcome).toMatchObject({ kind: 'overtaken', publication: { state: 'draft' } })
	expect(publicationIn(publicationToken(opened))).toEqual({ state: 'in review', publishAt: null })
})

test('notes are added, resolved and opened again', async () => {
	const { articleId } = await draft()
	await addNote(editor, articleId, 'First line.\r\nSecond line.')
	const [note] = await listNotes(contributor, articleId)
	expect(note).toMatchObject({ text: 'First line.\nSecond line.', resolvedAt: null })
	await resolveNote(contributor, note?.id ?? 0, true)
	expect((await listNotes(editor, articleId))[0]?.resolvedAt).toBeInstanceOf(Date)
	await resolveNote(editor, note?.id ?? 0, false)
	expect((await listNotes(editor, articleId))[0]?.resolvedAt).toBeNull()
})

test('notes of another person’s story are refused for reading and writing', async () => {
	const { articleId } = await draft()
	await addNote(editor, articleId, 'Between us.')
	const [note] = await listNotes(editor, articleId)
	const notFound = { code: 'not-found' }
	await expect(listNotes(stranger, articleId)).rejects.toMatchObject(notFound)
	await expect(addNote(stranger, articleId, 'Hello?')).rejects.toMatchObject(notFound)
	await expect(resolveNote(stranger, note?.id ?? 0, true)).rejects.toMatchObject(notFound)
})

test('an assigned contributor may edit the story', async () => {
	const { articleId } = await draft()
	await expect(findStory(stranger, articleId)).rejects.toMatchObject({ code: 'not-found' })
	await planStory(editor, articleId, { assignee: await slugOf(stranger) })
	expect(await findStory(stranger, articleId)).toMatchObject({ id: articleId })
	expect((await listStories(stranger)).stories.map(({ id }) => id)).toContain(articleId)
})

test('planned dates publish nothing and are logged with both values', async () => {
	const { articleId, slug } = await draft()
	const past = new Date('2024-05-01T09:00:00Z')
	await planStory(editor, articleId, { dueAt: past, plannedAt: past })
	expect(await findArticle(slug)).toEqual({ kind: 'unknown' })
	expect(await findPlan(contributor, articleId)).toEqual({ assignee: null, dueAt: past, plannedAt: past })
	await planStory(editor, articleId, { plannedAt: null })
	expect(await findPlan(editor, articleId)).toMatchObject({ dueAt: past, plannedAt: null })
	const events = await readDb()
		.select()
		.from(auditEvents)
		.where(eq(auditEvents.subject, `article:${articleId}`))
		.orderBy(auditEvents.id)
	expect(events.at(-1)).toMatchObject({
		action: 'plan story',
		detail: { from: { plannedAt: past.toISOString() }, to: { plannedAt: null } },
	})
})

test('stories are assigned by editors, to colleagues with an account', async () => {
	const { articleId } = await draft()
	const byline = await createStaff('contributor')
	const toByline = planStory(editor, articleId, { assignee: await slugOf(byline) })
	await expect(toByline).rejects.toMatchObject({ code: 'invalid', field: 'assignee' })
	const byContributor = planStory(contributor, articleId, { assignee: '' })
	await expect(byContributor).rejects.toMatchObject({ code: 'forbidden' })
	const names = (await listAssignees()).map(({ name }) => name)
	expect(names).toEqual(['Cora', 'Dan', 'Edith', 'Sam'])
})

test('a story without a stage in older rows is a draft', async () => {
	const { articleId } = await draft()
	const [row] = await readDb().select().from(articles).where(eq(articles.id, articleId))
	expect(row?.stage).toBe('draft')
})
