import { eq, gt, inArray } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { articles, frontPages, sections } from '@/db/schema'
import {
	arrangementIn,
	EMPTY_ARRANGEMENT,
	type FrontPageArrangement,
	PLACES,
	placedIds,
	shortened,
} from '@/lib/front-page-arrangement'
import { Refusal } from '@/lib/refusal'
import { isInMenu } from './articles/section-address'
import { audit } from './audit'
import { type ArrangementRow, SCHEDULED_MAX, startedBy } from './front-page-arrangements'
import { authorize, type StaffViewer, type Viewer } from './permissions'

/** `base` is the id of the arrangement in force when the form was opened, 0 without one. */
export type SaveOptions = { base: number; startsAt?: Date | null }

/**
 * Saves an arrangement, in force at once or from `startsAt`.
 *
 * @throws Refusal `conflict` if another arrangement came into force since `base`, or another starts at that time;
 * `invalid` naming the field
 */
export async function saveArrangement(
	viewer: Viewer,
	given: FrontPageArrangement,
	{ base, startsAt = null }: SaveOptions,
): Promise<number> {
	authorize(viewer, 'arrange the front page')
	return write(async (tx) => {
		await tx.lock('front page', 'arrangement')
		const now = new Date()
		checkEnds(given, startsAt ?? now)
		const [current] = await startedBy(tx, { at: now })
		if (startsAt) await requireFree(tx, startsAt, now)
		else requireBase(current, base)
		const arrangement = await checked(tx, given)
		const id = await insert(tx, viewer, arrangement, startsAt ?? now)
		if (startsAt) await audit(tx, viewer, 'schedule front page', `front page:${id}`, { startsAt })
		else await audit(tx, viewer, 'arrange front page', `front page:${id}`, changeOf(current, arrangement))
		return id
	})
}

/** Puts the former arrangement in force again; without one all places are filled by date. @throws Refusal */
export async function undoArrangement(viewer: Viewer, base: number): Promise<void> {
	authorize(viewer, 'arrange the front page')
	await write(async (tx) => {
		await tx.lock('front page', 'arrangement')
		const now = new Date()
		const [current, former] = await startedBy(tx, { at: now })
		requireBase(current, base)
		if (!current) throw new Refusal('conflict', 'There is no arrangement to undo.')
		const arrangement = former ? arrangementIn(former.arrangement) : EMPTY_ARRANGEMENT
		const id = await insert(tx, viewer, arrangement, now)
		await audit(tx, viewer, 'undo front page', `front page:${id}`, changeOf(current, arrangement))
	})
}

/** Removes an arrangement before it starts. @throws Refusal `conflict` after its start, `not-found` */
export async function removeScheduled(viewer: Viewer, id: number): Promise<void> {
	authorize(viewer, 'arrange the front page')
	await write(async (tx) => {
		await tx.lock('front page', 'arrangement')
		const [row] = await tx
			.select()
			.from(frontPages)
			.where(eq(frontPages.id, Number.isSafeInteger(id) ? id : 0))
		if (!row) throw new Refusal('not-found', 'This scheduled arrangement is no longer there.')
		if (row.startsAt <= new Date())
			throw new Refusal(
				'conflict',
				'This arrangement is in force already. Undo it, or save another one over it.',
			)
		await tx.delete(frontPages).where(eq(frontPages.id, row.id))
		tx.changed('front-page')
		await audit(tx, viewer, 'remove scheduled front page', `front page:${id}`, { startsAt: row.startsAt })
	})
}

/** Decision 19: a save over another editor's arrangement is refused once, with both kept. */
function requireBase(current: ArrangementRow | undefined, base: number): void {
	if ((current?.id ?? 0) === base) return
	throw new Refusal(
		'conflict',
		'Another arrangement came into force while you worked. Nothing was saved, and yours is still here: look at what readers see now, then save again to replace it.',
		'arrangement',
	)
}

async function requireFree(tx: Tx, startsAt: Date, now: Date): Promise<void> {
	if (startsAt <= now)
		throw new Refusal('invalid', 'That time has passed. Please choose a later one.', 'startsAt')
	const [taken] = await tx
		.select({ id: frontPages.id })
		.from(frontPages)
		.where(eq(frontPages.startsAt, startsAt))
	if (taken)
		throw new Refusal(
			'conflict',
			'Another arrangement starts at that time. Remove it first, or choose another minute.',
			'startsAt',
		)
	const scheduled = await tx
		.select({ id: frontPages.id })
		.from(frontPages)
		.where(gt(frontPages.startsAt, now))
		.limit(SCHEDULED_MAX)
	if (scheduled.length >= SCHEDULED_MAX)
		throw new Refusal('invalid', `At most ${SCHEDULED_MAX} arrangements can be scheduled.`, 'startsAt')
}

function checkEnds({ places }: FrontPageArrangement, start: Date): void {
	for (const place of PLACES) {
		const until = places[place]?.until
		if (!until) continue
		const end = new Date(until)
		if (Number.isNaN(end.getTime()) || end <= start)
			throw new Refusal(
				'invalid',
				'A story leaves its place after the arrangement starts; please choose a later end.',
				`until-${place}`,
			)
	}
}

/** The arrangement in its shortest form. @throws Refusal if a chosen story does not exist */
async function checked(tx: Tx, given: FrontPageArrangement): Promise<FrontPageArrangement> {
	const arrangement = arrangementIn(given)
	const ids = placedIds(arrangement)
	const found =
		ids.length > 0 ? await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids)) : []
	const missing = ids.find((id) => !found.some((each) => each.id === id))
	if (missing !== undefined)
		throw new Refusal('invalid', `Story ${missing} is no longer there. Please take it off.`, 'arrangement')
	const rows = await tx
		.select({ id: sections.id })
		.from(sections)
		.where(isInMenu)
		.orderBy(sections.position, sections.id)
	return shortened(
		arrangement,
		rows.map(({ id }) => id),
	)
}

async function insert(
	tx: Tx,
	viewer: StaffViewer,
	arrangement: FrontPageArrangement,
	startsAt: Date,
): Promise<number> {
	const [row] = await tx
		.insert(frontPages)
		.values({ arrangement, startsAt, savedBy: viewer.person.id })
		.returning({ id: frontPages.id })
	if (!row) throw new Error('The arrangement was not stored.')
	tx.changed('front-page')
	return row.id
}

/** The changed parts of an arrangement, for the audit log. */
function changeOf(current: ArrangementRow | undefined, after: FrontPageArrangement) {
	const before = current ? arrangementIn(current.arrangement) : EMPTY_ARRANGEMENT
	const keys = (Object.keys(after) as (keyof FrontPageArrangement)[]).filter(
		(key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
	)
	const only = (of: FrontPageArrangement) => Object.fromEntries(keys.map((key) => [key, of[key]]))
	return { from: only(before), to: only(after) }
}
