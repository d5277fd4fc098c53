import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { articles, people } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, can, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { changesOf } from './changes'

/** Assignee and dates of a story; a field that is absent stays. Neither date publishes. */
export type Plan = {
	/** Slug of the person; empty for none. */
	assignee?: string
	/** Deadline of the text. */
	dueAt?: Date | null
	/** Intended day of publication. */
	plannedAt?: Date | null
}

export type PlanView = {
	assignee: { slug: string; name: string } | null
	dueAt: Date | null
	plannedAt: Date | null
}

/** @throws Refusal `not-found` as `findStory` */
export async function findPlan(viewer: Viewer, articleId: number): Promise<PlanView> {
	authorize(viewer, 'write stories')
	const { assignedTo, dueAt, plannedAt } = await requireEditable(readDb(), viewer, articleId)
	const [assignee] = await readDb()
		.select({ slug: people.slug, name: people.name })
		.from(people)
		.where(eq(people.id, assignedTo ?? ''))
	return { assignee: assignee ?? null, dueAt, plannedAt }
}

/** @throws Refusal */
export async function planStory(viewer: Viewer, articleId: number, plan: Plan): Promise<void> {
	authorize(viewer, 'assign stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const { assignee, ...dates } = plan
		const assignedTo = assignee === undefined ? {} : { assignedTo: await assigneeId(tx, assignee) }
		const changes = changesOf(article, { ...dates, ...assignedTo })
		if (Object.keys(changes.to).length === 0) return
		await tx.update(articles).set(changes.to).where(eq(articles.id, articleId))
		await audit(tx, viewer, 'plan story', `article:${articleId}`, changes)
	})
}

async function assigneeId(tx: Tx, slug: string): Promise<string | null> {
	if (!slug) return null
	const [person] = await tx.select().from(people).where(eq(people.slug, slug))
	if (person && isAssignable(person)) return person.id
	throw new Refusal(
		'invalid',
		'Please choose a colleague who has an account and writes or edits stories.',
		'assignee',
	)
}

const isAssignable = (person: typeof people.$inferSelect): boolean =>
	person.email !== null && person.disabledAt === null && can({ person, readerId: null }, 'write stories')

/** Possible assignees of a story. */
export async function listAssignees(): Promise<{ slug: string; name: string }[]> {
	const rows = await readDb()
		.select()
		.from(people)
		.where(and(isNotNull(people.email), isNull(people.disabledAt)))
		.orderBy(people.name)
	return rows.filter(isAssignable).map(({ slug, name }) => ({ slug, name }))
}
