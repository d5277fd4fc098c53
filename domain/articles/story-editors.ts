import { and, desc, eq, gt, lt, ne } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { people, storyEditors } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { RETENTION } from '@/lib/retention'
import { authorize, type Viewer } from '../permissions'
import { requireEditable } from './access'

/** Interval at which an open form renews its row, in ms. */
export const RENEWED_EVERY_MS = 10_000
/** Age in ms of a form that counts as closed: three renewals missed. */
const OPEN_MS = 3 * RENEWED_EVERY_MS + 5_000
/** Age in ms of rows that are deleted; until then a form that returns from sleep shows a takeover. */
const KEPT_MS = RETENTION.openFormDays * 86_400_000
const TOKEN = /^[\w-]{16,64}$/

/** An open story form of another page. */
export type OpenForm = {
	/** Null for another form of the viewer. */
	name: string | null
	openedAt: Date
	typedAt: Date | null
}

export type EditorState = {
	others: OpenForm[]
	/** Name of the person of a takeover from this form. */
	takenOverBy: string | null
}

/** Stories that are open in a form now, with the person, last seen first. */
export const listOpenStories = async (now = new Date()): Promise<{ personId: string; articleId: number }[]> =>
	readDb()
		.select({ personId: storyEditors.personId, articleId: storyEditors.articleId })
		.from(storyEditors)
		.where(gt(storyEditors.seenAt, new Date(now.getTime() - OPEN_MS)))
		.orderBy(desc(storyEditors.seenAt))

type Renewal = { articleId: number; token: string; typedAt: Date | null }

/** Renews the row of an open form. @throws Refusal */
export async function renewEditor(viewer: Viewer, renewal: Renewal, now = new Date()): Promise<EditorState> {
	authorize(viewer, 'write stories')
	const { articleId, token, typedAt } = renewal
	if (!TOKEN.test(token)) throw new Refusal('invalid', 'Please load the page again.')
	return write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const [row] = await tx.select().from(storyEditors).where(eq(storyEditors.token, token))
		const isOwn = row?.personId === viewer.person.id && row.articleId === articleId
		if (row && !isOwn) throw new Refusal('invalid', 'Please load the page again.')
		if (row) await tx.update(storyEditors).set({ seenAt: now, typedAt }).where(eq(storyEditors.token, token))
		else {
			await deleteClosedForms(tx, now)
			const personId = viewer.person.id
			await tx
				.insert(storyEditors)
				.values({ token, articleId, personId, openedAt: now, seenAt: now, typedAt })
		}
		const takenOverBy = row?.takenOverBy ? await nameOf(tx, row.takenOverBy) : null
		return { others: await openForms(tx, viewer.person.id, { articleId, token, now }), takenOverBy }
	})
}

async function nameOf(tx: Queryable, personId: string): Promise<string | null> {
	const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
	return person?.name ?? null
}

type Of = { articleId: number; token?: string; now?: Date }

async function openForms(
	on: Queryable,
	personId: string,
	{ articleId, token = '', now = new Date() }: Of,
): Promise<OpenForm[]> {
	const rows = await on
		.select({
			personId: storyEditors.personId,
			name: people.name,
			openedAt: storyEditors.openedAt,
			typedAt: storyEditors.typedAt,
		})
		.from(storyEditors)
		.innerJoin(people, eq(people.id, storyEditors.personId))
		.where(
			and(
				eq(storyEditors.articleId, articleId),
				ne(storyEditors.token, token),
				gt(storyEditors.seenAt, new Date(now.getTime() - OPEN_MS)),
			),
		)
		.orderBy(desc(storyEditors.openedAt))
	return rows.map(({ personId: of, name, ...form }) => ({ ...form, name: of === personId ? null : name }))
}

/** Forms in which a story is open now. @throws Refusal */
export async function listEditors(viewer: Viewer, articleId: number): Promise<OpenForm[]> {
	authorize(viewer, 'write stories')
	await requireEditable(readDb(), viewer, articleId)
	return openForms(readDb(), viewer.person.id, { articleId })
}

/**
 * Marks every other form of a story as taken over by the viewer, which ends their autosaves. @throws Refusal
 */
export async function takeOver(viewer: Viewer, articleId: number, token: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const ofStory = eq(storyEditors.articleId, articleId)
		await tx
			.update(storyEditors)
			.set({ takenOverBy: viewer.person.id })
			.where(and(ofStory, ne(storyEditors.token, token)))
		await tx
			.update(storyEditors)
			.set({ takenOverBy: null })
			.where(and(ofStory, eq(storyEditors.token, token), eq(storyEditors.personId, viewer.person.id)))
	})
}

/** Removes the row of a form that is closed. */
export async function leaveStory(viewer: Viewer, token: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write((tx) =>
		tx
			.delete(storyEditors)
			.where(and(eq(storyEditors.token, token), eq(storyEditors.personId, viewer.person.id))),
	)
}

/** Deletes the rows of forms that were closed some time ago. */
export async function deleteClosedForms(tx: Tx, now: Date): Promise<void> {
	await tx.delete(storyEditors).where(lt(storyEditors.seenAt, new Date(now.getTime() - KEPT_MS)))
}
