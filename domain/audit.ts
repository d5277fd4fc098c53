import { auditEvents } from '@/db/schema'
import type { Tx } from '@/db/write'
import type { Viewer } from './permissions'

/** Notes who changed what, in the same transaction as the change. `subject` reads like `article:42`. */
export async function audit(
	tx: Tx,
	viewer: Viewer,
	action: string,
	subject: string,
	detail: Record<string, unknown> | null = null,
): Promise<void> {
	await tx.insert(auditEvents).values({ personId: viewer.person?.id ?? null, action, subject, detail })
}
