import { desc, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { authorize, type Viewer } from '../permissions'
import type { DemoRemoval } from './remove'

/** Result of the last removal of a demo edition, from the audit log; null if there was none. */
export async function lastRemoval(viewer: Viewer): Promise<DemoRemoval | null> {
	authorize(viewer, 'remove the demo edition')
	const [event] = await readDb()
		.select({ detail: auditEvents.detail })
		.from(auditEvents)
		.where(eq(auditEvents.subject, 'demo'))
		.orderBy(desc(auditEvents.id))
		.limit(1)
	return (event?.detail as DemoRemoval | undefined) ?? null
}
