import { and, inArray } from 'drizzle-orm'
import type { Tx } from '@/db'
import { photos } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { toMarkdown } from '../body/markdown'
import { photoIdsOf } from '../body/plain-text'
import { missingForPrint } from '../photos/read'
import { siteDay } from '../photos/rights'
import { isKept, lockTrash } from '../trash/rows'
import type { PageFields } from './pages'
import { STARTERS } from './starters'

/** @throws Refusal `invalid` for an empty page, questions without answers, and removed or incomplete photographs */
export async function requirePublishable(tx: Tx, { body }: PageFields): Promise<void> {
	if (body.content.length === 0) throw new Refusal('invalid', 'The page has no text yet.', 'body')
	const lines = toMarkdown(body).split('\n')
	const asked = new Set(STARTERS.flatMap(({ text }) => text.split('\n').filter((line) => line.endsWith('?'))))
	const open = lines.filter((line) => asked.has(line))
	if (open.length > 0)
		throw new Refusal(
			'invalid',
			`The page still asks: “${open[0]?.replace(/^- /, '')}” Please answer or remove the questions first; ${open.length} of them ${open.length === 1 ? 'is' : 'are'} left.`,
			'body',
		)
	const ids = photoIdsOf(body)
	if (ids.length === 0) return
	await lockTrash(tx)
	const rows = await tx
		.select()
		.from(photos)
		.where(and(inArray(photos.id, ids), isKept('photo', photos.id)))
	const removed = ids.filter((id) => !rows.some((photo) => photo.id === id))
	if (removed.length > 0)
		throw new Refusal(
			'invalid',
			`Photograph ${removed.join(', ')} was removed. Take it out of the page, or restore it from the trash.`,
			'body',
		)
	const today = await siteDay()
	const incomplete = rows.filter((photo) => missingForPrint(photo, today).length > 0).map(({ id }) => id)
	if (incomplete.length > 0)
		throw new Refusal(
			'invalid',
			`Photograph ${incomplete.join(', ')} has no credit, no description, or rights that have ended; please complete it under “Photographs”.`,
			'body',
		)
}
