import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type Queryable, readDb, type Tx, write } from '@/db'
import { autosaves, revisions } from '@/db/schema'
import type { FormValues } from '@/lib/form-values'
import { Refusal } from '@/lib/refusal'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'

/** Characters of the fields as JSON: above the largest body; longer texts are kept by the browser alone. */
export const AUTOSAVE_LENGTH_MAX = 1_500_000
/** Values of the fields: those of the story form, with every author of a large newsroom checked. */
const VALUES_MAX = 500
/** Undecided texts kept of one person and story; beyond it the oldest is replaced. */
const KEPT_MAX = 10
const TOKEN = /^[\w-]{16,64}$/

export type Autosave = {
	token: string
	articleId: number | null
	/** The revision on which the text was begun; null for a story without a first save. */
	baseRevisionId: number | null
	fields: FormValues
	savedAt: Date
}

/**
 * Stores the unsaved text of a story form in place of its previous autosave. Only its author can read it.
 * @throws Refusal
 */
export async function autosaveStory(
	viewer: Viewer,
	autosave: Omit<Autosave, 'savedAt'>,
	savedAt = new Date(),
): Promise<{ savedAt: Date }> {
	authorize(viewer, 'write stories')
	requireToken(autosave.token)
	const { token, articleId, baseRevisionId } = autosave
	const fields = checkedFields(autosave.fields)
	const row = { articleId, baseRevisionId, fields, savedAt }
	return write(async (tx) => {
		await tx.lock('autosave', token)
		await requireBase(tx, viewer, autosave)
		const [kept] = await tx.select().from(autosaves).where(eq(autosaves.token, token))
		if (kept && kept.personId !== viewer.person.id) throw unknownForm()
		if (kept) await tx.update(autosaves).set(row).where(eq(autosaves.token, token))
		else {
			await removeOldest(tx, viewer, articleId)
			await tx.insert(autosaves).values({ ...row, token, personId: viewer.person.id })
		}
		return { savedAt }
	})
}

async function requireBase(
	tx: Tx,
	viewer: StaffViewer,
	{ articleId, baseRevisionId }: Pick<Autosave, 'articleId' | 'baseRevisionId'>,
): Promise<void> {
	if (articleId === null && baseRevisionId === null) return
	await requireEditable(tx, viewer, articleId ?? 0)
	const [base] = await tx
		.select({ articleId: revisions.articleId })
		.from(revisions)
		.where(eq(revisions.id, baseRevisionId ?? 0))
	if (base?.articleId !== articleId) throw unknownForm()
}

async function removeOldest(tx: Tx, viewer: StaffViewer, articleId: number | null): Promise<void> {
	const beyond = await tx
		.select({ token: autosaves.token })
		.from(autosaves)
		.where(ofStory(viewer, articleId))
		.orderBy(desc(autosaves.savedAt))
		.limit(KEPT_MAX)
		.offset(KEPT_MAX - 1)
	if (beyond.length === 0) return
	await tx.delete(autosaves).where(
		inArray(
			autosaves.token,
			beyond.map(({ token }) => token),
		),
	)
}

const ofStory = ({ person }: StaffViewer, articleId: number | null) =>
	and(
		eq(autosaves.personId, person.id),
		articleId === null ? isNull(autosaves.articleId) : eq(autosaves.articleId, articleId),
	)

/** The viewer's autosaves of a story, or of stories without a first save, newest first. @throws Refusal */
export async function listAutosaves(viewer: Viewer, articleId: number | null): Promise<Autosave[]> {
	authorize(viewer, 'write stories')
	return readDb()
		.select(columns)
		.from(autosaves)
		.where(ofStory(viewer, articleId))
		.orderBy(desc(autosaves.savedAt))
}

/** @throws Refusal `not-found` for an unknown token, and for one of another person */
export async function findAutosave(
	viewer: Viewer,
	token: string,
	on: Queryable = readDb(),
): Promise<Autosave> {
	authorize(viewer, 'write stories')
	const [found] = await on
		.select(columns)
		.from(autosaves)
		.where(and(eq(autosaves.token, token), eq(autosaves.personId, viewer.person.id)))
	if (!found) throw new Refusal('not-found', 'This text is not kept any more: it was saved or discarded.')
	return found
}

const columns = {
	token: autosaves.token,
	articleId: autosaves.articleId,
	baseRevisionId: autosaves.baseRevisionId,
	fields: autosaves.fields,
	savedAt: autosaves.savedAt,
}

export async function discardAutosave(viewer: Viewer, token: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write((tx) => removeAutosave(tx, viewer, token))
}

/** Removes the autosave of a form in the transaction that saves the form. */
export async function removeAutosave(tx: Tx, { person }: StaffViewer, token: string): Promise<void> {
	await tx.delete(autosaves).where(and(eq(autosaves.token, token), eq(autosaves.personId, person.id)))
}

function requireToken(token: string): void {
	if (!TOKEN.test(token)) throw unknownForm()
}

const unknownForm = (): Refusal =>
	new Refusal('invalid', 'This form was not opened here. Please load the page again.')

function checkedFields(fields: unknown): FormValues {
	const lists = typeof fields === 'object' && fields ? Object.entries(fields) : []
	const isList = ([, list]: [string, unknown]): boolean =>
		Array.isArray(list) && list.every((value) => typeof value === 'string')
	if (!lists.every(isList)) throw unknownForm()
	const values = lists.flatMap(([name, list]) => [name, ...(list as string[])])
	const length = values.reduce((sum, value) => sum + value.length, 0)
	if (values.length > VALUES_MAX || length > AUTOSAVE_LENGTH_MAX)
		throw new Refusal('invalid', 'This text is too long to be kept on the server while you write.')
	return Object.fromEntries(lists)
}
