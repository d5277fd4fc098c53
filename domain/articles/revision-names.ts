import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { revisionNames } from '@/db/schema'
import { isVisible, oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { revisionNumbered } from './history'

/** Characters of a name: a line of the history. */
const NAME_LENGTH_MAX = 80

/** Names a revision, or takes its name away for an empty one. The revision itself never changes. @throws Refusal */
export async function nameRevision(
	viewer: Viewer,
	articleId: number,
	number: number,
	typed: string,
): Promise<void> {
	authorize(viewer, 'write stories')
	const line = oneLine(typed)
	const name = isVisible(line) ? line : ''
	if (name.length > NAME_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep the name under ${NAME_LENGTH_MAX} characters.`, 'name')
	const { id: revisionId } = await revisionNumbered(articleId, number)
	await write(async (tx) => {
		await tx.lock('article', articleId)
		await requireEditable(tx, viewer, articleId)
		const isNamed = eq(revisionNames.revisionId, revisionId)
		const [before] = await tx.select().from(revisionNames).where(isNamed)
		if ((before?.name ?? '') === name) return
		await tx.delete(revisionNames).where(isNamed)
		if (name) await tx.insert(revisionNames).values({ revisionId, name, namedBy: viewer.person.id })
		await audit(tx, viewer, 'name version', `article:${articleId}`, {
			version: number,
			from: before?.name ?? null,
			to: name || null,
		})
	})
}
