import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { ads, articles, sectionRedirects, sections } from '@/db/schema'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { countStories } from './desk-sections'
import { authorize, type Viewer } from './permissions'
import { lockSections, requireSection } from './sections'

/**
 * Merges a section into another for good: its stories move, and its addresses redirect to the target. The row
 * stays, because immutable revisions name it; `currentSectionId` resolves them to the target.
 *
 * @throws Refusal `forbidden`, `not-found`, or `invalid` for an unusable target
 */
export async function mergeSection(viewer: Viewer, id: number, intoId: number): Promise<void> {
	authorize(viewer, 'change settings')
	await write(async (tx) => {
		await lockSections(tx)
		const section = await requireSection(tx, id)
		const into = await requireSection(tx, intoId)
		if (id === intoId) throw new Refusal('invalid', 'A section cannot be merged into itself.', 'into')
		if (into.retiredAt)
			throw new Refusal('invalid', `“${into.name}” is retired. Please bring it back first.`, 'into')
		const stories = await countStories(tx, id)
		await tx.update(articles).set({ sectionId: intoId }).where(eq(articles.sectionId, id))
		// A merged section refers to its target directly, so that no chain has to be followed.
		await tx.update(sections).set({ mergedIntoId: intoId }).where(eq(sections.mergedIntoId, id))
		await tx.update(sectionRedirects).set({ sectionId: intoId }).where(eq(sectionRedirects.sectionId, id))
		await tx.update(sections).set({ mergedIntoId: intoId, retiredAt: null }).where(eq(sections.id, id))
		await moveAds(tx, id, intoId)
		tx.changed('sections', 'lists', 'ads')
		await audit(tx, viewer, 'merge section', `section:${id}`, {
			from: { name: section.name },
			to: { name: into.name },
			stories,
		})
	})
}

async function moveAds(tx: Tx, id: number, intoId: number): Promise<void> {
	const placed = await tx.select({ id: ads.id, sectionIds: ads.sectionIds }).from(ads)
	for (const ad of placed.filter(({ sectionIds }) => sectionIds.includes(id))) {
		const sectionIds = [...new Set(ad.sectionIds.map((each) => (each === id ? intoId : each)))]
		await tx.update(ads).set({ sectionIds }).where(eq(ads.id, ad.id))
	}
}
