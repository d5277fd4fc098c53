import { and, asc, inArray, isNull } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { sections } from '@/db/schema'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { forgetDemoRow, isOfDemo } from './rows'

/** Sections of the demo edition that the newsroom has not made its own. */
export async function listDemoSections(viewer: Viewer): Promise<{ id: number; name: string }[]> {
	authorize(viewer, 'change settings')
	return readDb()
		.select({ id: sections.id, name: sections.name })
		.from(sections)
		.where(and(isOfDemo('section', sections.id), isNull(sections.mergedIntoId)))
		.orderBy(asc(sections.position), asc(sections.id))
}

/** Makes sections of the demo edition the newsroom's own, without their description, which is about another city. */
export async function adoptDemoSections(viewer: Viewer, ids: readonly number[]): Promise<void> {
	authorize(viewer, 'change settings')
	if (ids.length === 0) return
	await write(async (tx) => {
		await tx.lock('section names', '')
		const adopted = await tx
			.update(sections)
			.set({ description: null })
			.where(and(inArray(sections.id, [...ids]), isOfDemo('section', sections.id)))
			.returning({ id: sections.id, name: sections.name })
		for (const { id, name } of adopted) {
			await forgetDemoRow(tx, 'section', id)
			await audit(tx, viewer, 'keep demo section', `section:${id}`, { name })
		}
		tx.changed('sections')
	})
}
