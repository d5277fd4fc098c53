import type { Tx } from '@/db'
import { auditEvents } from '@/db/schema'
import type { Viewer } from './permissions'

/** Inserts an audit event in the transaction of the change. `subject` has the form `article:42`. */
export async function audit(
	tx: Tx,
	viewer: Viewer,
	action: string,
	subject: string,
	detail: Record<string, unknown> | null = null,
): Promise<void> {
	await tx.insert(auditEvents).values({ personId: viewer.person?.id ?? null, action, subject, detail })
}
